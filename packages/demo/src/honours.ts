import { dayOf, isoOf, plusMonths, yearOf } from '@forest/domain';
import type { Company, CompanyYear } from './company.ts';
import type { Random } from './random.ts';

/** One certificate or list entry of a firm. */
export interface Honour {
  kind:
    | 'hnte'
    | 'techSme'
    | 'innovativeSme'
    | 'specialisedSme'
    | 'littleGiant'
    | 'gazelle'
    | 'cultivatedUnicorn'
    | 'unicorn'
    | 'listed';
  year: number;
  issuedOn: string;
  /** Last day of validity: three years for 高企, the year of registration for 科小. */
  expiresOn: string | null;
  certificateNo: string | null;
}

/** Counts that the 建邺 "十四五" plan states for 高企 and 科小 (表 1). */
const planned = {
  hnte: [
    [2020, 316],
    [2023, 700],
    [2025, 1000],
  ],
  techSme: [
    [2020, 503],
    [2023, 1050],
    [2025, 1500],
  ],
} as const;

/** Growth a year after the last figure of the plan; an assumption. */
const LATER = 1.06;

/** Year-end count that the demonstration aims at: the plan's own figures, and an even growth path between and after. */
export function aimOf(kind: keyof typeof planned, year: number): number {
  const points = planned[kind];
  const after = points.findIndex(([at]) => at >= year);
  if (after === -1) {
    const [at, count] = points.at(-1)!;
    return Math.round(count * LATER ** (year - at));
  }
  const [toYear, to] = points[after]!;
  const [fromYear, from] = points[Math.max(0, after - 1)]!;
  return toYear === year ? to : Math.round(from * (to / from) ** ((year - fromYear) / (toYear - fromYear)));
}

/** Hands out certificates year by year to the firms that look readiest, until each year's aim is reached. */
export function awardHonours(random: Random, companies: readonly Company[], lastYear: number): Map<Company, Honour[]> {
  const honours = new Map<Company, Honour[]>();
  const give = (company: Company, honour: Honour) => honours.set(company, [...(honours.get(company) ?? []), honour]);
  const luck = new Map(companies.map((company) => [company, random.next()]));
  let serial = 1;

  const years = Array.from({ length: 7 }, (_, at) => lastYear - 5 + at);

  for (const year of years) {
    const aim = aimOf('hnte', year);
    const holds = (company: Company) =>
      (honours.get(company) ?? []).some((h) => h.kind === 'hnte' && h.year > year - 3);
    const carried = companies.filter(holds).length;
    for (const company of ready(companies, year, luck, holds, hnteReady).slice(0, Math.max(0, aim - carried))) {
      const month = random.whole(8, 12);
      const issuedOn = `${year}-${String(month).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
      give(company, {
        kind: 'hnte',
        year,
        issuedOn,
        expiresOn: isoOf(plusMonths(dayOf(issuedOn), 36) - 1),
        certificateNo: `GR${year}32${String(serial++).padStart(6, '0')}`,
      });
    }
  }
  for (const year of years) {
    const aim = aimOf('techSme', year);
    for (const company of ready(companies, year, luck, () => false, tsmeReady).slice(0, aim)) {
      const issuedOn = `${year}-${String(random.whole(4, 10)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
      give(company, {
        kind: 'techSme',
        year,
        issuedOn,
        expiresOn: `${year}-12-31`,
        certificateNo: `${year}320105${String(serial++).padStart(8, '0')}`,
      });
    }
  }
  awardRare(random, companies, give, lastYear);
  return honours;
}

type Readiness = (company: Company, year: CompanyYear) => number | null;

/** Firms that could have been recognised in `year` on the figures of the year before, readiest first. */
function ready(
  companies: readonly Company[],
  year: number,
  luck: ReadonlyMap<Company, number>,
  skip: (c: Company) => boolean,
  score: Readiness,
): Company[] {
  return companies
    .filter((company) => !skip(company) && yearOf(dayOf(company.registeredOn)) < year - 1)
    .flatMap((company) => {
      const figures = company.years.find((one) => one.year === Math.max(year - 1, company.years[0]?.year ?? year));
      const points = figures ? score(company, figures) : null;
      return points === null ? [] : [{ company, points: points + luck.get(company)! }];
    })
    .sort((a, b) => b.points - a.points)
    .map((one) => one.company);
}

/** A rough eye for the eight conditions of 高企; the rule itself judges later, and finds misses as in life. */
const hnteReady: Readiness = (company, { revenue, rd, staff, techStaff, highTechIncome }) => {
  const least = revenue <= 5000 ? 0.05 : revenue <= 20_000 ? 0.04 : 0.03;
  if (!company.research || company.classOne + company.classTwo < 2) return null;
  if (rd / revenue < least * 0.97 || techStaff / staff < 0.1 || highTechIncome / revenue < 0.59) return null;
  return Math.min(2, Math.log1p(company.classTwo + 5 * company.classOne) / 2);
};

const tsmeReady: Readiness = (company, { revenue, rd, staff, techStaff, assets }) => {
  if (!company.research || staff > 500 || revenue > 20_000 || assets > 20_000) return null;
  return techStaff / staff < 0.1 ? null : Math.min(1.5, rd / revenue / 0.06) + Math.min(1, company.classTwo / 4);
};

function awardRare(
  random: Random,
  companies: readonly Company[],
  give: (company: Company, honour: Honour) => void,
  lastYear: number,
): void {
  const bySize = companies
    .filter((c) => c.research && c.years.length > 3)
    .sort((a, b) => last(b).revenue - last(a).revenue);
  const byGrowth = [...bySize].sort((a, b) => growth(b) - growth(a));
  const entry = (kind: Honour['kind'], year: number, expiresOn: string | null): Honour => ({
    kind,
    year,
    issuedOn: `${year}-06-${String(random.whole(10, 28))}`,
    expiresOn,
    certificateNo: null,
  });
  for (const company of bySize.slice(5, 175)) give(company, entry('specialisedSme', lastYear, `${lastYear + 3}-06-30`));
  for (const company of bySize.slice(12, 34))
    give(company, entry('littleGiant', lastYear - 1, `${lastYear + 2}-06-30`));
  for (const company of bySize.slice(175, 520))
    give(company, entry('innovativeSme', lastYear - 1, `${lastYear + 2}-06-30`));
  for (const company of byGrowth.filter((c) => last(c).revenue > 800).slice(0, 42))
    give(company, entry('gazelle', lastYear, `${lastYear + 1}-12-31`));
  for (const company of byGrowth.slice(3, 24))
    give(company, entry('cultivatedUnicorn', lastYear, `${lastYear + 1}-12-31`));
  for (const company of bySize.slice(0, 2)) give(company, entry('unicorn', lastYear, `${lastYear + 1}-12-31`));
  for (const company of bySize.slice(2, 11)) give(company, entry('listed', lastYear - 4, null));
}

const last = (company: Company): CompanyYear => company.years.at(-1)!;

function growth(company: Company): number {
  const then = company.years.at(-4)?.revenue ?? company.years[0]!.revenue;
  return last(company).revenue / then;
}
