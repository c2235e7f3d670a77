import type { Text } from '@forest/domain';
import { flipLabel, opposites } from '../exact/logic.ts';
import { comparisonSigns } from '../language/said.ts';
import type { Shown, TruthNode } from '../tree.ts';
import { spaced } from './spacing.ts';

const words: Record<'in' | 'notIn' | 'is', Text> = {
  in: { zh: '属于', en: 'is one of' },
  notIn: { zh: '不属于', en: 'is none of' },
  is: { zh: '：', en: ':' },
};

/** 要求 in words: `≥ 5 %`, `属于 电子信息、新材料`. */
export function requirementText(op: Shown['op'], label: Text): Text {
  if (op === 'is') return label;
  const sign = op === 'in' || op === 'notIn' ? words[op] : { zh: comparisonSigns[op], en: comparisonSigns[op] };
  return { zh: `${sign.zh} ${label.zh}`, en: `${sign.en} ${label.en}` };
}

function shownText(shown: Shown, negated: boolean): Text {
  const op = negated ? opposites[shown.op] : shown.op;
  const limits = shown.required.map((band) =>
    requirementText(op, op === 'is' && negated ? flipLabel(band.label) : band.label),
  );
  const last = shown.required.length > 1 ? { zh: '；其他情形 ', en: '; otherwise ' } : null;
  const join = (language: 'zh' | 'en') =>
    limits
      .map(
        (limit, index) =>
          (index === 0 ? '' : last && index === limits.length - 1 ? last[language] : language === 'zh' ? '；' : '; ') +
          limit[language],
      )
      .join('');
  const colon = op === 'is';
  return {
    zh: `${shown.text.zh}${colon ? '：' : ' '}${join('zh')}`,
    en: `${shown.text.en}${colon ? ': ' : ' '}${join('en')}`,
  };
}

interface Phrase extends Text {
  /** Joined by 且 or 或, so that it needs brackets inside another. */
  compound: boolean;
}

function phrase(node: TruthNode, negated: boolean): Phrase {
  if ((node.kind === 'all' || node.kind === 'any') && node.said)
    return negated
      ? { zh: `不${node.said.zh}`, en: `not: ${node.said.en}`, compound: false }
      : { ...node.said, compound: false };
  if ('shown' in node && node.shown)
    return { ...shownText(node.shown, negated), compound: node.shown.required.length > 1 };
  switch (node.kind) {
    case 'not':
      return phrase(node.of, !negated);
    case 'all':
    case 'any': {
      const every = (node.kind === 'all') !== negated;
      const parts = node.of.map((one) => phrase(one, negated));
      if (parts.length === 1) return parts[0]!;
      const wrap = (part: Phrase, language: 'zh' | 'en') =>
        part.compound ? (language === 'zh' ? `（${part.zh}）` : `(${part.en})`) : part[language];
      return {
        zh: parts.map((part) => wrap(part, 'zh')).join(every ? '；且 ' : '；或 '),
        en: parts.map((part) => wrap(part, 'en')).join(every ? '; and ' : '; or '),
        compound: true,
      };
    }
    case 'choose': {
      const branches = node.cases.map(({ when, then }) => {
        const [test, result] = [phrase(when, false), phrase(then, negated)];
        return { zh: `${test.zh}时，${result.zh}`, en: `when ${test.en}, ${result.en}` };
      });
      const otherwise = phrase(node.otherwise, negated);
      return {
        zh: [...branches.map((one) => one.zh), `其他情形，${otherwise.zh}`].join('；'),
        en: [...branches.map((one) => one.en), `otherwise ${otherwise.en}`].join('; '),
        compound: true,
      };
    }
    case 'constantTruth':
      return node.value !== negated
        ? { zh: '总是满足', en: 'always met', compound: false }
        : { zh: '总不满足', en: 'never met', compound: false };
    default:
      return { zh: '条件成立', en: 'the condition holds', compound: false };
  }
}

/** What a criterion demands, as one sentence in each language. */
export function criterionText(test: TruthNode): Text {
  const { zh, en } = phrase(test, false);
  return { zh: spaced(zh), en };
}
