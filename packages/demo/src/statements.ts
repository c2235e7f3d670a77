import type { Company, CompanyYear } from './company.ts';
import type { Honour } from './honours.ts';
import type { Random } from './random.ts';

/** What one source says of a firm for one year (0 = standing facts). Money in 万元. */
export interface DemoStatement {
  source: string;
  year: number;
  facts: Record<string, number | string | boolean>;
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

/**
 * Standing facts: what registration, the firm's own declaration and, for firms that went through recognition, the
 * experts have stated. Firms without research declare nothing, so their conditions stay unknown.
 */
export function standingFacts(random: Random, company: Company, honours: readonly Honour[]): DemoStatement[] {
  const registration: DemoStatement = {
    source: 'registration',
    year: 0,
    facts: {
      registrationDate: company.registeredOn,
      industryCode: company.industry.code,
      registeredCapital: random.pick([50, 100, 200, 300, 500, 500, 1000, 1000, 2000, 5000]),
      legalPerson: true,
      residentEnterprise: true,
      registeredInJiangsu: true,
    },
  };
  if (!company.research) return [registration];
  const declaration: DemoStatement = {
    source: 'declaration',
    year: 0,
    facts: {
      ...(company.industry.field ? { techField: company.industry.field } : {}),
      sectorByStatistics: company.industry.manufacturing ? '工业' : '服务业',
      ...conduct(random),
      ...standing(random, honours),
    },
  };
  const examined = honours.some((honour) => honour.kind === 'hnte');
  return [
    registration,
    declaration,
    ...(examined ? [{ source: 'experts', year: 0, facts: expertPoints(random) }] : []),
  ];
}

/** Conduct records: almost everybody is clean, and one firm in twelve has not said. */
function conduct(random: Random): DemoStatement['facts'] {
  if (random.chance(0.08)) return {};
  return {
    auditBasedTaxation: random.chance(0.96),
    taxedInNanjing: true,
    insideCityIndustrySystem: true,
    monopolyOrExcluded: false,
    hasMajorAccident: random.chance(0.004),
    hasEnvironmentViolation: random.chance(0.006),
    hasResearchDishonesty: random.chance(0.003),
    onAbnormalList: random.chance(0.02),
    onDishonestyList: random.chance(0.004),
    inForbiddenIndustry: false,
    hasLargeFall: random.chance(0.1),
    hasResearchAbroad: random.chance(0.03),
  };
}

function standing(random: Random, honours: readonly Honour[]): DemoStatement['facts'] {
  const held = (kind: Honour['kind']) => honours.some((honour) => honour.kind === kind);
  const specialised = held('specialisedSme') || held('littleGiant');
  return {
    hasStandards: random.chance(0.12),
    isListed: held('listed'),
    nicheYears: specialised ? random.whole(3, 12) : random.whole(0, 6),
    hasOwnBrand: random.chance(0.6),
    hasManagementCertificate: random.chance(0.5),
    hasRdUnit: random.chance(0.45),
    hasRdConditions: random.chance(0.5),
    hasRdDirection: random.chance(0.7),
    inEmergingIndustry: random.chance(0.4),
  };
}

/** Points that experts gave at recognition, within the scales of 国科发火〔2016〕195号 三（七）. */
function expertPoints(random: Random): DemoStatement['facts'] {
  return {
    scoreA1: random.whole(6, 8),
    scoreA2: random.whole(6, 8),
    scoreA4: random.whole(4, 6),
    scoreC1: random.whole(4, 6),
    scoreC2: random.whole(4, 6),
    scoreC3: random.whole(3, 4),
    scoreC4: random.whole(3, 4),
  };
}

/**
 * Annual facts. Firms that do research report everything, the others only what the tax office passes on, and one in
 * eight of those nothing: what is missing must stay visible as missing. In one year of fifty a second source
 * disagrees about revenue, as ledgers do.
 */
export function annualFacts(random: Random, company: Company): DemoStatement[] {
  const silent = !company.research && random.chance(0.125);
  if (silent) return [];
  return company.years.flatMap((one) => {
    const statement: DemoStatement = {
      source: 'statistics',
      year: one.year,
      facts: { ...basics(one), ...(company.research ? research(random, one) : {}) },
    };
    const doubt = random.chance(0.02)
      ? [{ source: 'ledger', year: one.year, facts: { revenue: round2(one.revenue * (1 + 0.08 * random.normal())) } }]
      : [];
    return [statement, ...doubt];
  });
}

function basics(one: CompanyYear): DemoStatement['facts'] {
  return {
    revenue: one.revenue,
    sales: one.revenue,
    staff: one.staff,
    totalAssets: one.assets,
    totalLiabilities: one.liabilities,
    netProfit: round2(one.profit * 0.85),
    totalProfit: one.profit,
    costAndExpense: one.cost,
    taxesPaid: round2(one.revenue * 0.035),
  };
}

function research(random: Random, one: CompanyYear): DemoStatement['facts'] {
  const total = round2(one.revenue * 1.004);
  return {
    mainRevenue: round2(one.revenue * (0.9 + 0.1 * random.next())),
    totalIncome: total,
    highTechIncome: Math.min(total, one.highTechIncome),
    rd: one.rd,
    rdDeductible: round2(one.rd * (0.8 + 0.15 * random.next())),
    rdAccounting: one.rd,
    rdDomestic: one.rd,
    scienceSpending: round2(one.rd * 1.05),
    staffAverage: one.staff,
    techStaff: one.techStaff,
    techStaffAverage: one.techStaff,
    rdStaff: Math.round(one.techStaff * 0.8),
    transformations: one.transformations,
  };
}
