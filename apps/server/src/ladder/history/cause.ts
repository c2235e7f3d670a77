import { Rational, type Text } from '@forest/domain';
import { type Dictionary, formatQuantity, type RuleTree, readsOf, spaced } from '@forest/rules';
import type { CensusLine } from './census-line.ts';
import { type FactChange, factChanges, type Said } from './fact-changes.ts';

/** A row of the history, as far as its cause is concerned. */
export interface Judged {
  version: string;
  met: number;
  not: number;
}

export interface ChangeQuestion {
  rule: string;
  /** null for the first row. */
  before: Judged | null;
  after: Judged;
  /** Census in which the change was found, the one before it and the one after. */
  censuses: { before: CensusLine | undefined; at: CensusLine | undefined; after: CensusLine | undefined };
  said: readonly Said[];
  /** The tree by which was judged after the change; null when the content no longer has it. */
  tree: RuleTree | null;
  dictionary: Dictionary;
}

/** More than this many changed facts are counted instead of listed. */
const LISTED = 3;

/** Why a verdict changed: the first judgement, a rule version, changed facts, or time. */
export function causeOf(question: ChangeQuestion): Text {
  const { before, after, rule } = question;
  const { before: earlier, at } = question.censuses;
  if (!before) return { zh: '首次纳入普查', en: 'First judged' };
  if (before.version !== after.version)
    return {
      zh: `规则版本由 ${before.version} 换为 ${after.version}`,
      en: `Rule version ${after.version} took the place of ${before.version}`,
    };
  const changes = changedFacts(question);
  if (changes.length > 0) return wordsOf(changes, question.dictionary);
  if (earlier && at && earlier.rules[rule]?.hash !== at.rules[rule]?.hash)
    return { zh: '规则内容有更新', en: 'The content of the rule was revised' };
  const turned = earlier && at && earlier.asOf.slice(0, 4) !== at.asOf.slice(0, 4);
  if (turned) {
    const [from, to] = [Number(earlier.asOf.slice(0, 4)) - 1, Number(at.asOf.slice(0, 4)) - 1];
    return { zh: `评价年度由 ${from} 年转为 ${to} 年`, en: `The year judged went from ${from} to ${to}` };
  }
  if (earlier && at && earlier.asOf !== at.asOf)
    return {
      zh: `时间推移（${earlier.asOf} 至 ${at.asOf}），年限或证书状态发生变化`,
      en: `Time passed (${earlier.asOf} to ${at.asOf}): an age or a certificate turned`,
    };
  return { zh: '证书、知识产权或融资记录有变化', en: 'Records of certificates, rights or financing changed' };
}

/** Facts read by the criteria that turned, whose resolved value differs from the one before. */
function changedFacts({ before, after, censuses, said, tree }: ChangeQuestion): FactChange[] {
  const { before: earlier, at, after: later } = censuses;
  if (!before || !earlier || !at || !tree) return [];
  const turned = (before.met ^ after.met) | (before.not ^ after.not);
  const slots = new Set(
    tree.criteria.flatMap((criterion, index) =>
      (turned >>> index) & 1 ? [...readsOf(tree, criterion.test).slots] : [],
    ),
  );
  const lastFullYear = Number(at.asOf.slice(0, 4)) - 1;
  const reads = new Map(
    [...slots].map((index) => {
      const { fact, yearOffset } = tree.slots[index]!;
      const year = yearOffset === null ? 0 : lastFullYear + yearOffset;
      return [`${fact}/${year}`, { fact, year }];
    }),
  );
  const marks = { before: earlier.statementMark, after: later?.statementMark ?? Number.POSITIVE_INFINITY };
  return factChanges(said, marks, [...reads.values()]);
}

function wordsOf(changes: readonly FactChange[], dictionary: Dictionary): Text {
  const shown = changes.slice(0, LISTED).map((change) => oneChange(change, dictionary));
  const rest = changes.length - shown.length;
  return {
    zh: `数据变化：${shown.map((text) => text.zh).join('；')}${rest > 0 ? `；另有 ${rest} 项` : ''}`,
    en: `Data changed: ${shown.map((text) => text.en).join('; ')}${rest > 0 ? `; ${rest} more` : ''}`,
  };
}

function oneChange({ fact, year, from, to }: FactChange, dictionary: Dictionary): Text {
  const known = dictionary.get(fact);
  const name = known?.name ?? { zh: fact, en: fact };
  const [zhYear, enYear] = year === 0 ? ['', ''] : [`${year} 年`, ` of ${year}`];
  const [zhFrom, zhTo] = [from, to].map((value) => valueText(value, known?.unit ?? '', 'zh'));
  const [enFrom, enTo] = [from, to].map((value) => valueText(value, known?.unit ?? '', 'en'));
  return {
    zh: closed(spaced(`${zhYear}${name.zh}由 ${zhFrom} 变为 ${zhTo}`)),
    en: `${name.en}${enYear} went from ${enFrom} to ${enTo}`,
  };
}

/** No blank between two Chinese characters, wherever a value ended in its unit. */
function closed(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

function valueText(value: FactChange['from'], unit: string, language: 'zh' | 'en'): string {
  if (value === undefined) return language === 'zh' ? '未知' : 'unknown';
  if (typeof value === 'boolean') {
    if (language === 'zh') return value ? '是' : '否';
    return value ? 'yes' : 'no';
  }
  return typeof value === 'number' ? formatQuantity(Rational.of(value), unit, language) : value;
}
