import type { Text } from '@forest/domain';
import type { Criterion, OutcomeNode } from '@forest/rules';

/** Which criteria it takes, in words: all of them, or groups joined by 且 and 或. */
export function outcomeText(outcome: OutcomeNode, criteria: readonly Criterion[]): Text {
  const plain = outcome.kind === 'all' && outcome.of.every((part) => part.kind === 'criterion');
  if (plain && outcome.of.length === criteria.length && criteria.length > 1)
    return { zh: `以上 ${criteria.length} 项条件须全部满足`, en: `All ${criteria.length} conditions above are needed` };
  return { zh: phrase(outcome, criteria, 'zh', true), en: phrase(outcome, criteria, 'en', true) };
}

const joints = {
  zh: { all: '，且', any: '，或' },
  en: { all: ', and ', any: ', or ' },
} as const;

function phrase(node: OutcomeNode, criteria: readonly Criterion[], language: 'zh' | 'en', outermost = false): string {
  if (node.kind === 'criterion') return `“${criteria[node.index]!.title[language]}”`;
  const text = node.of.map((part) => phrase(part, criteria, language)).join(joints[language][node.kind]);
  if (outermost || node.of.length < 2) return text;
  return language === 'zh' ? `（${text}）` : `(${text})`;
}
