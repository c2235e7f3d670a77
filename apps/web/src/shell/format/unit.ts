import type { Language } from '../language.tsx';

/** English names of the dictionary's units; Chinese shows the unit itself. Empty = nothing to write. */
const ENGLISH: Record<string, string> = {
  万元: 'CNY 10k',
  万美元: 'USD 10k',
  人: 'persons',
  件: 'items',
  项: 'items',
  家: 'enterprises',
  平方米: 'm²',
  个月: 'months',
  年: 'years',
  天: 'days',
  分: 'points',
  '%': '%',
};

/** The unit as a header writes it; dates, flags and texts have none. */
export function unitLabel(unit: string, language: Language): string {
  if (unit === '日期' || unit === '是否' || unit === '文本') return '';
  return language === 'zh' ? unit : (ENGLISH[unit] ?? unit);
}
