import type { Language } from '../language.tsx';
import { money } from './money.ts';
import { number, percent } from './number.ts';
import { unitLabel } from './unit.ts';

export type FactValue = number | boolean | string;

/** A fact without its unit, for a table whose header carries the unit. */
export function factCell(value: FactValue | null, unit: string, language: Language): string {
  if (value === null) return language === 'zh' ? '未知' : 'unknown';
  if (typeof value === 'boolean') return yesNo(value, language);
  if (typeof value === 'string') return value === '' ? '—' : value;
  return unit === '%' ? percent(value).slice(0, -2) : number(value);
}

/** A fact with its unit, for prose: money by size, ratios as percentages. */
export function factPhrase(value: FactValue | null, unit: string, language: Language): string {
  if (typeof value !== 'number') return factCell(value, unit, language);
  if (unit === '%') return percent(value);
  if (unit === '万元' || unit === '万美元') return money(value, language, unit).short;
  return `${number(value)} ${unitLabel(unit, language)}`.trim();
}

function yesNo(value: boolean, language: Language): string {
  if (language === 'zh') return value ? '是' : '否';
  return value ? 'yes' : 'no';
}
