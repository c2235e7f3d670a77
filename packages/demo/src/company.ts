import { dayOf, isoOf, yearOf } from '@forest/domain';
import { type IndustryProfile, industries } from './industries.ts';
import type { Random } from './random.ts';

/** Figures of one year, 万元 and persons. */
export interface CompanyYear {
  year: number;
  revenue: number;
  rd: number;
  staff: number;
  techStaff: number;
  highTechIncome: number;
  cost: number;
  profit: number;
  assets: number;
  liabilities: number;
  transformations: number;
}

export interface Company {
  industry: IndustryProfile;
  registeredOn: string;
  research: boolean;
  years: CompanyYear[];
  /** Valid intellectual property at the end of the last year. */
  classOne: number;
  classTwo: number;
}

const round2 = (value: number): number => Math.round(value * 100) / 100;
const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * One made-up firm: an industry, an age, and a path of figures over the years. Sizes are log-normal, growth is normal
 * around a drift that is higher for firms that do research, ratios vary around the firm's own level.
 */
export function makeCompany(random: Random, firstYear: number, lastYear: number): Company {
  const industry = random.weighted(industries.map((value) => ({ weight: value.share, value })));
  const research = random.chance(industry.research);
  const registeredOn = registration(random, lastYear, research);
  const began = yearOf(dayOf(registeredOn));
  const level = ratios(random, research);
  const years: CompanyYear[] = [];
  let revenue =
    random.logNormal(industry.revenue * (research ? 1.6 : 1), industry.spread) * (began >= firstYear ? 0.3 : 1);
  for (let year = Math.max(firstYear, began); year <= lastYear; year++) {
    revenue *= Math.exp(level.drift + 0.14 * random.normal() + (year - began < 4 ? 0.25 : 0));
    years.push(figures(random, industry, level, year, revenue));
  }
  const scale = research ? 1 + Math.log1p(revenue / 400) : 0;
  return {
    industry,
    registeredOn,
    research,
    years,
    classOne: research ? Math.floor(scale * random.next() ** 2 * 3) : 0,
    classTwo: research ? Math.floor(scale * random.next() * 7) : random.chance(0.06) ? random.whole(1, 4) : 0,
  };
}

/** Most firms are young; research firms a little older than the rest. */
function registration(random: Random, lastYear: number, research: boolean): string {
  const age = Math.min(30, random.logNormal(research ? 7 : 5.5, 0.75));
  const end = dayOf(`${lastYear}-12-31`);
  return isoOf(Math.floor(end - age * 365.25));
}

interface Ratios {
  drift: number;
  rd: number;
  techStaff: number;
  highTech: number;
  margin: number;
  leverage: number;
  assets: number;
  perHead: number;
}

function ratios(random: Random, research: boolean): Ratios {
  const fast = research && random.chance(0.06);
  return {
    drift: fast ? 0.38 + 0.1 * random.normal() : (research ? 0.1 : 0.03) + 0.09 * random.normal(),
    rd: research ? between(random.logNormal(0.068, 0.5), 0.004, 0.6) : random.chance(0.05) ? 0.01 * random.next() : 0,
    techStaff: research ? between(0.3 + 0.16 * random.normal(), 0.04, 0.9) : between(0.03 * random.next(), 0, 0.1),
    highTech: research ? between(0.76 + 0.14 * random.normal(), 0.1, 0.99) : 0,
    margin: 0.05 + 0.1 * random.normal(),
    leverage: between(0.5 + 0.2 * random.normal(), 0.05, 1.1),
    assets: random.logNormal(1.1, 0.5),
    perHead: random.logNormal(1, 0.35),
  };
}

function figures(random: Random, industry: IndustryProfile, level: Ratios, year: number, revenue: number): CompanyYear {
  const wobble = (spread: number): number => Math.exp(spread * random.normal());
  const staff = Math.max(1, Math.round((revenue / (industry.perHead * level.perHead)) * wobble(0.08)));
  const profit = revenue * between(level.margin + 0.04 * random.normal(), -0.6, 0.5);
  const assets = revenue * level.assets * wobble(0.1);
  return {
    year,
    revenue: round2(revenue),
    rd: round2(revenue * level.rd * wobble(0.12)),
    staff,
    techStaff: Math.min(staff, Math.round(staff * level.techStaff * wobble(0.1))),
    highTechIncome: round2(revenue * between(level.highTech * wobble(0.05), 0, 0.995)),
    cost: round2(revenue - profit),
    profit: round2(profit),
    assets: round2(assets),
    liabilities: round2(assets * between(level.leverage * wobble(0.06), 0, 1.5)),
    transformations:
      level.rd > 0.02 ? Math.floor((0.4 + random.next()) * 2 * Math.min(5, 1 + Math.log1p(revenue / 300))) : 0,
  };
}
