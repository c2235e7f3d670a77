import { type Company, makeCompany } from './company.ts';
import { creditCode } from './credit-code.ts';
import { awardHonours, type Honour } from './honours.ts';
import { type DemoIpItem, inventIp } from './intellectual-property.ts';
import { coinName } from './names.ts';
import { type Random, randomFrom } from './random.ts';
import { annualFacts, type DemoStatement, standingFacts } from './statements.ts';

/** A place that firms may belong to, with how many of them it draws. */
export interface DemoPlace {
  id: string;
  name: string;
  weight: number;
}

export interface DemoOptions {
  seed: number;
  count: number;
  /** Six years end with this one, the last full accounting year. */
  lastYear: number;
  /** ISO date; nothing is issued after it. */
  today: string;
  subdistricts: readonly DemoPlace[];
  parks: readonly DemoPlace[];
}

export interface DemoFinancing {
  round: string;
  on: string;
  /** 万元 */
  amount: number;
  /** 万美元 */
  valuationUsd: number;
}

export interface DemoEnterprise {
  name: string;
  creditCode: string;
  registeredOn: string;
  address: string;
  subdistrictId: string;
  parkId: string | null;
  industryCode: string;
  statements: DemoStatement[];
  honours: Honour[];
  ip: DemoIpItem[];
  financing: DemoFinancing[];
}

/** The whole district, the same for the same options. Nothing in it describes a real firm. */
export function generateDistrict(options: DemoOptions): DemoEnterprise[] {
  const random = randomFrom(options.seed);
  const companies = Array.from({ length: options.count }, () =>
    makeCompany(random, options.lastYear - 5, options.lastYear),
  );
  const honours = awardHonours(random, companies, options.lastYear);
  const taken = new Set<string>();
  return companies.map((company, index) =>
    describe(random, company, index, issued(honours.get(company) ?? [], options.today), options, taken),
  );
}

function describe(
  random: Random,
  company: Company,
  index: number,
  honours: Honour[],
  options: DemoOptions,
  taken: Set<string>,
): DemoEnterprise {
  const subdistrict = random.weighted(options.subdistricts.map((value) => ({ weight: value.weight, value })));
  const inPark = options.parks.length > 0 && random.chance(company.research ? 0.55 : 0.12);
  const park = inPark ? random.weighted(options.parks.map((value) => ({ weight: value.weight, value }))) : null;
  return {
    name: coinName(random, random.pick(company.industry.words), taken),
    creditCode: creditCode(index),
    registeredOn: company.registeredOn,
    address: `南京市建邺区${subdistrict.name}演示路${random.whole(1, 399)}号${park ? `${park.name}${random.whole(1, 12)}栋` : ''}${random.whole(1, 28)}${String(random.whole(1, 12)).padStart(2, '0')}室`,
    subdistrictId: subdistrict.id,
    parkId: park?.id ?? null,
    industryCode: company.industry.code,
    statements: [...standingFacts(random, company, honours), ...annualFacts(random, company)],
    honours,
    ip: inventIp(random, company, options.lastYear),
    financing: finance(random, honours, options.lastYear),
  };
}

/** Private investment for the firms on the unicorn lists, so that their valuations can be judged. */
function finance(random: Random, honours: readonly Honour[], lastYear: number): DemoFinancing[] {
  const unicorn = honours.some((honour) => honour.kind === 'unicorn');
  const cultivated = honours.some((honour) => honour.kind === 'cultivatedUnicorn');
  if (!unicorn && !cultivated && !random.chance(0.008)) return [];
  const valuationUsd = unicorn
    ? random.whole(105_000, 180_000)
    : cultivated
      ? random.whole(9_000, 45_000)
      : random.whole(300, 6_000);
  return [
    {
      round: random.pick(['A 轮', 'B 轮', 'C 轮']),
      on: `${lastYear - random.whole(0, 1)}-0${random.whole(1, 9)}-15`,
      amount: Math.round(valuationUsd * 0.7),
      valuationUsd,
    },
  ];
}

/** Certificates of the current year come out over the year; those after today do not exist yet. */
function issued(honours: readonly Honour[], today: string): Honour[] {
  return honours.filter((honour) => honour.issuedOn <= today);
}
