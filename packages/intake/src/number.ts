import { leadingNumber, shifted } from './decimal.ts';
import { empty, fault, type Reading } from './problem.ts';

/** Counter words after a count: they say nothing new. */
const counters = /^(?:人|名|位|件|项|个|家|条|篇|台|套|平方米|平米|㎡|m2|m²|年|个月|天|分|次)$/i;
const tenThousand = /^万(?:人|名|件|项|个|家|平方米|平米|㎡|m2|m²)?$/i;

/**
 * A count or a measure that is not money: `1,200`, `35人`, `２０`, `1.2万平方米`.
 * @param whole refuse fractions, as for persons and patents.
 */
export function parseNumber(tidied: string, whole: boolean): Reading<number> {
  if (tidied === '') return empty;
  const number = leadingNumber(tidied);
  if (!number) return fault('number.unreadable');
  const places = number.rest === '' || counters.test(number.rest) ? 0 : tenThousand.test(number.rest) ? 4 : null;
  if (places === null) return fault('number.unreadable');
  const value = shifted(number.digits, places);
  if (value === null) return fault('number.tooLong');
  return whole && !Number.isInteger(value) ? fault('number.fraction') : { value };
}

/**
 * A share as a fraction: `5%`, `５％`, `5`, `0.05`. A bare number is a percentage when the column says so or when it is above
 * one; `0.05` in a column without `%` in its header is a fraction already.
 */
export function parsePercent(tidied: string, headerSaysPercent: boolean): Reading<number> {
  if (tidied === '') return empty;
  const number = leadingNumber(tidied);
  if (!number) return fault('percent.unreadable');
  const sign = number.rest;
  if (sign !== '' && !/^(?:%|个?百分点|‰)$/.test(sign)) return fault('percent.unreadable');
  const bare = shifted(number.digits, 0);
  if (bare === null) return fault('number.tooLong');
  const fraction = sign === '' && !headerSaysPercent && Math.abs(bare) <= 1;
  const value = fraction ? bare : shifted(number.digits, sign === '‰' ? -3 : -2);
  return value === null ? fault('number.tooLong') : { value };
}

const yes = new Set([
  '是',
  '有',
  'Y',
  'YES',
  'TRUE',
  'T',
  '1',
  '√',
  '✓',
  '✔',
  '对',
  '已',
  '具备',
  '符合',
  '属于',
  '规上',
]);
const no = new Set([
  '否',
  '无',
  '没有',
  'N',
  'NO',
  'FALSE',
  'F',
  '0',
  '×',
  'X',
  '✗',
  '✘',
  '未',
  '不是',
  '不具备',
  '不符合',
]);

/** Yes or no in the ways that ledgers tick it. */
export function parseFlag(tidied: string): Reading<boolean> {
  if (tidied === '') return empty;
  const word = tidied.toUpperCase();
  if (yes.has(word)) return { value: true };
  return no.has(word) ? { value: false } : fault('flag.unreadable');
}
