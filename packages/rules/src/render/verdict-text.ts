import { Rational, type Text } from '@forest/domain';
import type { CriterionExplanation, MissingFact, PartExplanation } from '../explain/explanation.ts';
import type { Dictionary } from '../facts/dictionary.ts';
import type { LeverMove } from '../levers/smallest-change.ts';
import type { Slot } from '../tree.ts';
import { requirementText } from './criterion-text.ts';
import { formatQuantity } from './quantity.ts';
import { spaced } from './spacing.ts';

type Language = 'zh' | 'en';
const comma = { zh: '，', en: ', ' } as const;

/** As many digits as it takes to keep a value apart from its threshold: 4.996 % is never shown as 5 % (BND-02). */
function apart(actual: number, required: number | null, unit: string, language: Language): string {
  const write = (value: number, places?: number) => formatQuantity(Rational.of(value), unit, language, places);
  if (required === null || actual === required) return write(actual);
  for (let places = 2; places < 8; places++)
    if (write(actual, places) !== write(required, places)) return write(actual, places === 2 ? undefined : places);
  return write(actual, 12);
}

function actualText(part: PartExplanation, language: Language): string {
  const { actual, required, unit, range } = part;
  if (actual === null && range) return pointsText(range, language);
  if (actual === null) return language === 'zh' ? '未知' : 'unknown';
  if (typeof actual === 'boolean') return language === 'zh' ? (actual ? '是' : '否') : actual ? 'yes' : 'no';
  if (typeof actual === 'string') return actual;
  return apart(actual, typeof required === 'number' ? required : null, unit, language);
}

/** What a score has for certain and what it may still reach. */
function pointsText([min, max]: readonly [number, number], language: Language): string {
  return language === 'zh' ? `${min}–${max} 分` : `${min}–${max} points`;
}

function gapText(part: PartExplanation, language: Language): string {
  const { gap, unit, op } = part;
  if (gap === null) return language === 'zh' ? '不达标' : 'not met';
  const above = op === '<=' || op === '<';
  const { actual, range } = part;
  if (actual === null && range) {
    const [, most] = range;
    const short = gap === 0 ? '' : language === 'zh' ? `，还差 ${gap} 分` : `, ${gap} points short`;
    return language === 'zh' ? `最高也只到 ${most} 分${short}` : `at most ${most} points${short}`;
  }
  if (gap === 0)
    return language === 'zh'
      ? `恰在界上，须${above ? '低于' : '超过'}`
      : `exactly at the bound, must be ${above ? 'below' : 'above'} it`;
  const days = unit === '日期';
  const amount = (() => {
    const value = Rational.of(gap);
    if (days) return formatQuantity(value, '天', language);
    if (unit !== '%') return formatQuantity(value, unit, language, gap < 0.0001 ? 8 : undefined);
    const points = formatQuantity(value.times(Rational.of(100)), '', language, gap < 0.00005 ? 8 : 2);
    return `${points} ${language === 'zh' ? '个百分点' : 'percentage points'}`;
  })();
  if (language === 'zh') return above && !days ? `超出 ${amount}` : `还差 ${amount}`;
  return above && !days ? `${amount} too much` : `${amount} short`;
}

/** A lever move with the slot that it moves. */
export interface Help {
  move: Extract<LeverMove, { possible: true }>;
  slot: Slot;
}

function changeText({ move, slot }: Help, dictionary: Dictionary, language: Language): string {
  const fact = dictionary.get(slot.fact);
  const name = fact?.name[language] ?? slot.fact;
  if (slot.kind === 'flag') return language === 'zh' ? `（改变“${name}”即达标）` : ` (changing “${name}” would do)`;
  const up = move.change.sign() >= 0;
  const amount = formatQuantity(up ? move.change : move.change.negated(), fact?.unit ?? '', language);
  if (language === 'zh') return `（${name}再${up ? '增加' : '减少'} ${amount}即达标）`;
  return ` (${name} ${up ? '+' : '−'}${amount} would do)`;
}

const mostNames = 6;

/** 2023 年研发费用、注册日期；a long list is cut and counted. */
export function missingText(missing: readonly MissingFact[], dictionary: Dictionary): Text {
  const names = missing.slice(0, mostNames).map(({ fact, year }) => {
    const name = dictionary.get(fact)?.name ?? { zh: fact, en: fact };
    return year === null ? name : { zh: `${year} 年${name.zh}`, en: `${name.en} ${year}` };
  });
  const more = missing.length > mostNames;
  return {
    zh: spaced(names.map((n) => n.zh).join('、') + (more ? `等 ${missing.length} 项` : '')),
    en: names.map((n) => n.en).join(', ') + (more ? ` and ${missing.length - mostNames} more` : ''),
  };
}

function unknownText(criterion: CriterionExplanation, dictionary: Dictionary, language: Language): string {
  const reasons = criterion.undefinedReasons.map((reason) => reason[language]);
  const missing = criterion.missing.length > 0 ? missingText(criterion.missing, dictionary)[language] : '';
  const { range } = criterion;
  if (range && criterion.op && criterion.requiredText) {
    const demand = requirementText(criterion.op, criterion.requiredText)[language];
    return language === 'zh'
      ? `目前 ${pointsText(range, language)}，要求 ${demand}，尚缺 ${missing}`
      : `${pointsText(range, language)} so far, required ${demand}, missing: ${missing}`;
  }
  if (language === 'zh') return ['暂不能判断', ...(missing ? [`缺 ${missing}`] : []), ...reasons].join('，');
  return ['cannot be judged yet', ...(missing ? [`missing: ${missing}`] : []), ...reasons].join(', ');
}

function sentence(
  criterion: CriterionExplanation,
  dictionary: Dictionary,
  lever: Help | null,
  language: Language,
): string {
  const { verdict, parts } = criterion;
  const title = criterion.title[language];
  const head =
    parts.length > 1
      ? (parts.find(
          (p) => p.verdict === verdict && p.actual === criterion.actual && p.required === criterion.required,
        ) ?? parts[0]!)
      : null;
  const part: PartExplanation | null =
    head ??
    (criterion.op && criterion.requiredText
      ? { ...criterion, op: criterion.op, requiredText: criterion.requiredText, text: criterion.title }
      : null);
  if (verdict === 'unknown')
    return `${title}${language === 'zh' ? '：' : ': '}${unknownText(criterion, dictionary, language)}`;
  if (!part)
    return `${title}${comma[language]}${language === 'zh' ? (verdict === 'met' ? '达标' : '不达标') : verdict === 'met' ? 'met' : 'not met'}`;
  const subject = head ? `${title}${language === 'zh' ? '：' : ': '}${head.text[language]}` : title;
  const demand = `${language === 'zh' ? '要求' : 'required'} ${requirementText(part.op, part.requiredText)[language]}`;
  const result = verdict === 'met' ? (language === 'zh' ? '达标' : 'met') : gapText(part, language);
  const help = lever && verdict === 'not_met' ? changeText(lever, dictionary, language) : '';
  const actual = actualText(part, language);
  if (part.op === 'is' && part.actual === null) return `${subject}${comma[language]}${result}${help}`;
  return `${subject} ${actual}${comma[language]}${demand}${comma[language]}${result}${help}`;
}

/**
 * 研发费用占比 3.94 %，要求 ≥ 4 %，还差 0.06 个百分点（研发费用再增加 32 万元即达标）。第十一条（五）
 * @param lever the smallest change that would do, when it is known
 */
export function verdictText(criterion: CriterionExplanation, dictionary: Dictionary, lever: Help | null = null): Text {
  return {
    zh: spaced(`${sentence(criterion, dictionary, lever, 'zh')}。${criterion.article}`),
    en: `${sentence(criterion, dictionary, lever, 'en')}. ${criterion.article}`.trim(),
  };
}
