import { tidy } from './text.ts';

/** How ledgers write that a value is not there. Missing is not zero (BND-05). */
const usual = new Set(
  ['', 'N/A', 'NA', '#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NAME?', 'NULL', 'NONE', 'NAN', 'NIL', 'UNDEFINED']
    .concat(['-', '--', '---', '—', '——', '–', '/', '\\', '.', '…', '*', '?', '无', '暂无', '未知', '不详', '未填'])
    .concat(['未提供', '保密', '空', '缺', '缺失', '不适用']),
);

const longest = Math.max(...[...usual].map((word) => word.length));

export type IsMissing = (tidied: string) => boolean;

/**
 * @param alsoMissing values that stand for "no figure" in one particular file, e.g. `-1` and `0`; numbers are compared as
 *   numbers, so `-1` also covers `-1.0`.
 */
export function missingReader(alsoMissing: readonly string[] = []): IsMissing {
  const words = new Set(alsoMissing.map((word) => tidy(word).toUpperCase()).filter((word) => word !== ''));
  const numbers = new Set([...words].map(Number).filter((number) => !Number.isNaN(number)));
  const isUsual = (text: string) => text.length <= longest && usual.has(text.toUpperCase());
  if (words.size === 0) return isUsual;
  return (text) =>
    isUsual(text) || words.has(text.toUpperCase()) || (text !== '' && numbers.size > 0 && numbers.has(Number(text)));
}
