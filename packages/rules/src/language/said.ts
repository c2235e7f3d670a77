import type { Text } from '@forest/domain';

/** Words for a piece of an expression; `level` says how loosely it binds (0 word, 1 product, 2 sum, 3 condition). */
export interface Said extends Text {
  level: 0 | 1 | 2 | 3;
}

export const word = (zh: string, en: string): Said => ({ zh, en, level: 0 });

/** Puts brackets round what binds more loosely than its surroundings. */
export function inside(said: Said, level: 0 | 1 | 2): Text {
  return said.level > level ? { zh: `（${said.zh}）`, en: `(${said.en})` } : said;
}

export function joined(left: Said, op: string, right: Said, level: 1 | 2, strictRight: boolean): Said {
  const l = inside(left, level);
  const r = inside(right, strictRight ? ((level - 1) as 0 | 1) : level);
  return { zh: `${l.zh} ${op} ${r.zh}`, en: `${l.en} ${op} ${r.en}`, level };
}

export const comparisonSigns = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=', '!=': '≠' } as const;

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 近三年, "last 3 years". */
export function lastYears(count: number): Text {
  return { zh: `近${numerals[count] ?? ` ${count} `}年`, en: count === 1 ? 'last year' : `last ${count} years` };
}

/** The year at an offset from the last full accounting year, in words. */
export function yearAt(offset: number): Text {
  if (offset === 0) return { zh: '最近一年', en: 'last year' };
  const ordinal = numerals[1 - offset]?.replace('两', '二') ?? ` ${1 - offset} `;
  return { zh: `倒数第${ordinal}年`, en: `${1 - offset} years ago` };
}
