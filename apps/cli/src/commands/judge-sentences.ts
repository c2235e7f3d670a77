import type { Verdict } from '@forest/domain';
import type { CriterionExplanation, Explanation } from '@forest/rules';
import type { Language } from '../output.ts';

const marks: Record<Verdict, string> = { met: '✓', not_met: '✗', unknown: '?' };
const words: Record<Verdict, Record<Language, string>> = {
  met: { zh: '符合', en: 'met' },
  not_met: { zh: '不符合', en: 'not met' },
  unknown: { zh: '未知', en: 'unknown' },
};

/** The explanation for a terminal: the verdict, each criterion, what is missing. */
export function sentencesOf(explanation: Explanation, language: Language): string[] {
  const { rule, version, verdict, grade, criteria, scores } = explanation;
  return [
    `${rule} · ${version}：${words[verdict][language]}${grade ? ` · ${grade.name[language]}` : ''}`,
    ...scores.map(({ title, points: [min, max] }) => `${title[language]}：${min === max ? min : `${min}–${max}`}`),
    ...criteria.flatMap((criterion) => linesOf(criterion, language)),
  ];
}

function linesOf(criterion: CriterionExplanation, language: Language): string[] {
  const { id, title, verdict, document, article, missing } = criterion;
  const without = missing.map(({ fact, year }) => (year === null ? fact : `${fact} ${year}`)).join(', ');
  return [
    `${marks[verdict]} ${id} ${title[language]} · ${document} ${article}`,
    ...(without ? [`    ${language === 'zh' ? '缺' : 'missing'}: ${without}`] : []),
  ];
}
