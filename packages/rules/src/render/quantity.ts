import { Rational } from '@forest/domain';

type Language = 'zh' | 'en';

const yi = Rational.of(10_000);

/** Thousands separators, no trailing zeros; more places for small numbers so that a difference stays visible. */
export function formatDecimal(value: Rational, most: number): string {
  const [whole = '', fraction = ''] = value.toFixed(most).split('.');
  const kept = fraction.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = kept ? `${grouped}.${kept}` : grouped;
  return text === '-0' ? '0' : text;
}

function money(value: Rational, language: Language, currency: 'CNY' | 'USD', zhUnit: string, places: number): string {
  const large = value.n * value.n >= yi.n * yi.n * value.d * value.d;
  if (language === 'zh')
    return large
      ? `${formatDecimal(value.over(yi), places + 4)} 亿${zhUnit}`
      : `${formatDecimal(value, places)} 万${zhUnit}`;
  const whole = value.times(yi);
  const million = Rational.of(1_000_000);
  return whole.compare(million) >= 0 || whole.compare(million.negated()) <= 0
    ? `${currency} ${formatDecimal(whole.over(million), places + 2)} million`
    : `${currency} ${formatDecimal(whole, 2)}`;
}

const englishUnits: Record<string, string> = {
  人: 'persons',
  件: 'items',
  项: 'items',
  家: 'firms',
  平方米: 'm²',
  个月: 'months',
  年: 'years',
  天: 'days',
  分: 'points',
};

/**
 * A value with its unit for reading: 万元 or 亿元 by size, ratios in %, a space between number and unit.
 * Rounded for display only.
 * @param places most digits after the point, when the usual number would hide a difference
 */
export function formatQuantity(value: Rational, unit: string, language: Language, places?: number): string {
  if (unit === '万元') return money(value, language, 'CNY', '元', places ?? 4);
  if (unit === '万美元') return money(value, language, 'USD', '美元', places ?? 4);
  if (unit === '%') return `${formatDecimal(value.times(Rational.of(100)), places ?? 2)} %`;
  const number = formatDecimal(value, places ?? 4);
  if (!unit) return number;
  return `${number} ${language === 'zh' ? unit : (englishUnits[unit] ?? unit)}`;
}
