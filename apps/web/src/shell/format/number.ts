import { Rational } from '@forest/domain';

/** `1234567.5` → `1,234,567.5`. Takes digits, not a number, so that nothing is rounded on the way. */
export function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const sign = whole.startsWith('-') ? '−' : '';
  const spaced = whole.replace('-', '').replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return sign + spaced + (fraction ? `.${fraction}` : '');
}

/** A number as it is, grouped; at most `places` digits after the point when given. */
export function number(value: number, places?: number): string {
  const exact = Rational.of(value);
  if (places === undefined) return grouped(exact.toString());
  const fixed = exact.toFixed(places);
  return grouped(places > 0 ? fixed.replace(/\.?0+$/, '') : fixed);
}

/** A fraction as a percentage: `0.0394` → `3.94 %`. */
export function percent(fraction: number, places = 2): string {
  const fixed = Rational.of(fraction).times(Rational.of(100)).toFixed(places);
  return `${grouped(places > 0 ? fixed.replace(/\.?0+$/, '') : fixed)} %`;
}

/** An amount in a column: at least two digits after the point, so that the points stand below each other. */
export function aligned(value: number): string {
  const digits = Rational.of(value).toString();
  const [whole = '', fraction = ''] = digits.split('.');
  return grouped(`${whole}.${fraction.padEnd(2, '0')}`);
}
