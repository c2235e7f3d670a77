import { Rational } from './exact.ts';
import type { Text } from './text.ts';

/**
 * Units of facts. Numbers are kept in the unit named here: money in 万元 (10,000 yuan) or 万美元, ratios as fractions
 * (`%` holds 0.05 for 5 %), dates as days.
 */
export const factUnits = {
  万元: { kind: 'number', name: { zh: '万元', en: '10k CNY' } },
  万美元: { kind: 'number', name: { zh: '万美元', en: '10k USD' } },
  人: { kind: 'number', name: { zh: '人', en: 'persons' } },
  件: { kind: 'number', name: { zh: '件', en: 'items' } },
  项: { kind: 'number', name: { zh: '项', en: 'items' } },
  家: { kind: 'number', name: { zh: '家', en: 'firms' } },
  个: { kind: 'number', name: { zh: '个', en: 'pieces' } },
  次: { kind: 'number', name: { zh: '次', en: 'times' } },
  倍: { kind: 'number', name: { zh: '倍', en: 'times' } },
  万股: { kind: 'number', name: { zh: '万股', en: '10k shares' } },
  人年: { kind: 'number', name: { zh: '人年', en: 'person-years' } },
  平方米: { kind: 'number', name: { zh: '平方米', en: 'm²' } },
  个月: { kind: 'number', name: { zh: '个月', en: 'months' } },
  年: { kind: 'number', name: { zh: '年', en: 'years' } },
  天: { kind: 'number', name: { zh: '天', en: 'days' } },
  分: { kind: 'number', name: { zh: '分', en: 'points' } },
  '%': { kind: 'number', name: { zh: '%', en: '%' } },
  日期: { kind: 'date', name: { zh: '日期', en: 'date' } },
  是否: { kind: 'flag', name: { zh: '是否', en: 'yes/no' } },
  文本: { kind: 'text', name: { zh: '文本', en: 'text' } },
} as const satisfies Record<string, { kind: 'number' | 'date' | 'flag' | 'text'; name: Text }>;

export type FactUnit = keyof typeof factUnits;

export const factUnitNames = Object.keys(factUnits) as FactUnit[];

export interface Quantity {
  /** Exact value in the canonical unit. */
  value: Rational;
  /** null for a bare number. */
  unit: FactUnit | null;
}

const myriad = Rational.of(10_000);
const perMyriad = Rational.ratio(1n, 10_000n);

/** Every way a unit is written after a number, and what one of it is in the canonical unit. */
const spellings: Record<string, { unit: FactUnit; factor: Rational }> = {
  元: { unit: '万元', factor: perMyriad },
  千元: { unit: '万元', factor: Rational.ratio(1n, 10n) },
  万元: { unit: '万元', factor: Rational.one },
  百万元: { unit: '万元', factor: Rational.of(100) },
  千万元: { unit: '万元', factor: Rational.of(1000) },
  亿元: { unit: '万元', factor: myriad },
  美元: { unit: '万美元', factor: perMyriad },
  万美元: { unit: '万美元', factor: Rational.one },
  亿美元: { unit: '万美元', factor: myriad },
  人: { unit: '人', factor: Rational.one },
  名: { unit: '人', factor: Rational.one },
  件: { unit: '件', factor: Rational.one },
  项: { unit: '项', factor: Rational.one },
  家: { unit: '家', factor: Rational.one },
  个: { unit: '个', factor: Rational.one },
  次: { unit: '次', factor: Rational.one },
  倍: { unit: '倍', factor: Rational.one },
  股: { unit: '万股', factor: perMyriad },
  万股: { unit: '万股', factor: Rational.one },
  亿股: { unit: '万股', factor: myriad },
  人年: { unit: '人年', factor: Rational.one },
  平方米: { unit: '平方米', factor: Rational.one },
  万平方米: { unit: '平方米', factor: myriad },
  '㎡': { unit: '平方米', factor: Rational.one },
  'm²': { unit: '平方米', factor: Rational.one },
  个月: { unit: '个月', factor: Rational.one },
  年: { unit: '年', factor: Rational.one },
  天: { unit: '天', factor: Rational.one },
  日: { unit: '天', factor: Rational.one },
  分: { unit: '分', factor: Rational.one },
  '%': { unit: '%', factor: Rational.ratio(1n, 100n) },
  '％': { unit: '%', factor: Rational.ratio(1n, 100n) },
};

/**
 * Reads `5000 万元`, `0.5 亿元`, `5%`, `18 个月`, `1,200 人` or a bare number, exactly.
 * @returns null when the text is not a number with a known unit.
 */
export function parseQuantity(text: string | number): Quantity | null {
  if (typeof text === 'number') return Number.isFinite(text) ? { value: Rational.of(text), unit: null } : null;
  const match = /^\s*([+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)?(?:\.\d+)?)\s*(\S*)\s*$/u.exec(text);
  const digits = match?.[1]?.replaceAll(/[,，]/g, '');
  if (!digits || !/\d/.test(digits)) return null;
  const number = Rational.of(digits);
  if (!match?.[2]) return { value: number, unit: null };
  const spelling = Object.hasOwn(spellings, match[2]) ? spellings[match[2]] : undefined;
  return spelling ? { value: number.times(spelling.factor), unit: spelling.unit } : null;
}
