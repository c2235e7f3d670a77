import { Rational } from '@forest/domain';
import type { Language } from '../language.tsx';
import { grouped } from './number.ts';

/** Money is stored in 万元 (or 万美元). */
export type MoneyUnit = '万元' | '万美元';

/**
 * Money as people say it: 万元 below one 亿, 亿元 from there; in English thousands, millions, billions of the currency.
 * `exact` is the amount in single 元/USD, for focus and title.
 */
export function money(value: number, language: Language, unit: MoneyUnit = '万元'): { short: string; exact: string } {
  const amount = Rational.of(value);
  const single = amount.times(Rational.of(10_000));
  const dollars = unit === '万美元';
  const size = Math.abs(value);
  const exact = decimals(single);
  if (language === 'en') {
    const currency = dollars ? 'USD' : 'CNY';
    const [divisor, word] = size >= 100_000 ? [1e9, ' bn'] : size >= 100 ? [1e6, ' m'] : [1e3, 'k'];
    return { short: `${currency} ${rounded(single.over(Rational.of(divisor)))}${word}`, exact: `${currency} ${exact}` };
  }
  const name = dollars ? '美元' : '元';
  const short =
    size >= 10_000 ? `${rounded(amount.over(Rational.of(10_000)))} 亿${name}` : `${rounded(amount)} 万${name}`;
  return { short, exact: `${exact} ${name}` };
}

/** One unit for a whole column: 亿元 only when every known amount is at least one 亿. */
export function columnScale(values: readonly (number | null)[]): '万' | '亿' {
  const known = values.filter((v): v is number => v !== null && v !== 0);
  return known.length > 0 && known.every((v) => Math.abs(v) >= 10_000) ? '亿' : '万';
}

/** At most two digits after the point, none that are only zeros. */
function rounded(value: Rational): string {
  return grouped(value.toFixed(2).replace(/\.?0+$/, ''));
}

function decimals(value: Rational): string {
  return grouped(value.toString());
}
