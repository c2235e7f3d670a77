import type { MoneyUnit } from './money.ts';
import { moneyUnit } from './money.ts';
import type { Target, Targets } from './target.ts';
import { tidy } from './text.ts';

/** What one header says. */
export interface HeaderReading {
  target: Target | null;
  year: number | null;
  /** Money unit or `%` in the header, as written there. */
  unit: string | null;
}

/** Aliases as keys, ready for many headers. */
export type HeaderWords = ReadonlyMap<string, Target>;

export function headerWords(targets: Targets): HeaderWords {
  const words = new Map<string, Target>();
  for (const target of targets.values())
    for (const alias of [target.id, ...target.aliases]) {
      const key = keyOf(partsOf(alias).rest) || keyOf(alias);
      if (!words.has(key)) words.set(key, target);
    }
  // An alias that names a year or unit on purpose keeps its whole form as well.
  for (const target of targets.values()) for (const alias of target.aliases) words.set(keyOf(alias), target);
  return words;
}

/**
 * Recognises `2023年营业收入(万元)`, `营业收入_2023`, `*企业名称`, `3.研发费用（单位：千元）`, `营业收入/2021年`. Only whole words
 * match: 研发费用占比 is not 研发费用.
 */
export function readHeader(header: string, words: HeaderWords): HeaderReading {
  const parts = partsOf(header);
  const whole = words.get(keyOf(header));
  const target =
    whole ??
    candidates(parts.rest)
      .map((word) => words.get(word))
      .find(Boolean) ??
    null;
  return { target, year: parts.year, unit: parts.unit };
}

/** The rest as it is, then without the usual ornaments around a fact's name. */
function candidates(rest: string): string[] {
  const key = keyOf(rest);
  const bare = key.replace(/^(?:企业|单位|公司|本企业|其中)(?=.{2})/, '');
  const tails = /(?:合计|总额|总数|期末数|期末|年末|情况|金额|数据|本年|当年|全年|年度|填报值)$/;
  const heads = /^(?:本年度?|当年|全年|上报|年度|期末|年末|年)/;
  const forms = [key, bare, key.replace(tails, ''), key.replace(heads, ''), bare.replace(tails, '').replace(heads, '')];
  return [...new Set(forms)].filter((form) => form !== '');
}

function keyOf(text: string): string {
  return tidy(text)
    .replace(/^(?:[*★●]|\(\d{1,2}\)[.、]?|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]+、)\s*/, '')
    .replaceAll(/[\s*_/\-—:：|、，,.()（）"“”]/g, '')
    .toLowerCase();
}

const yearPattern = /(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:年度|年末|年)?/;
const bracket = /[(（[【]([^()（）[\]【】]*)[)）\]】]/g;

/** Takes year and unit out of a header, whichever order and brackets they come in. */
function partsOf(header: string): { rest: string; year: number | null; unit: string | null } {
  let rest = tidy(header);
  let unit: string | null = null;
  rest = rest.replace(bracket, (all, inside: string) => {
    const word = unitWord(inside);
    if (word === null || unit !== null) return all;
    unit = word;
    return ' ';
  });
  const tail = /[/_\-,，:：\s]\s*(?:单位[:：]?)?\s*((?:百|千|万|百万|千万|亿)?(?:美|港|欧)?元|[%％])\s*$/.exec(rest);
  if (unit === null && tail) {
    unit = unitWord(tail[1]!);
    rest = rest.slice(0, tail.index);
  }
  const year = yearPattern.exec(rest);
  if (year) rest = `${rest.slice(0, year.index)} ${rest.slice(year.index + year[0].length)}`;
  return { rest, year: year ? Number(year[1]) : null, unit };
}

/** `单位：万元`, `万元`, `人`, `%`; null when the bracket says something else, as in 高新技术产品（服务）收入. */
function unitWord(inside: string): string | null {
  const word = tidy(inside).replace(/^(?:金额)?单位[:：]?\s*/, '');
  if (word === '%' || word === '％') return '%';
  if (/^(?:人|名|位|件|项|个|家|平方米|㎡|年|个月|天|分|次|台|篇)$/.test(word)) return word;
  const unit: MoneyUnit | null = word === '' ? null : moneyUnit(word);
  return unit && unit.places !== null ? word : null;
}

/** `（单位：千元）` or `2023年度` in the lines above the header, which then speak for the whole sheet. */
export function readTitle(lines: readonly string[]): { unit: string | null; year: number | null } {
  let unit: string | null = null;
  let year: number | null = null;
  for (const line of lines) {
    const text = tidy(line);
    const said = /单位[:：]\s*([^\s,，;；)）]{1,8})/.exec(text);
    if (said && moneyUnit(said[1]!)?.places != null) unit ??= said[1]!;
    const years = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=\s*年)/g)].map((match) => Number(match[1]));
    if (new Set(years).size === 1) year ??= years[0]!;
  }
  return { unit, year };
}
