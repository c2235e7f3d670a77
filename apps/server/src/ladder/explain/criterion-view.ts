import type { Outputs } from '@forest/api';
import { isoOf, type Text } from '@forest/domain';
import { type CriterionExplanation, criterionText, type MissingFact, readsOf, verdictText } from '@forest/rules';
import type { Said } from '../history/fact-changes.ts';
import { type Judging, leversOf, movesOf } from './lever-view.ts';

type CriterionView = Outputs['ladder']['explain']['criteria'][number];

/** One criterion with all that a person asks about it. */
export function criterionView(
  judging: Judging,
  criterion: CriterionExplanation,
  index: number,
  sources: Sources,
): CriterionView {
  const { tree, dictionary } = judging;
  const unmet = criterion.verdict === 'not_met';
  const moves = unmet ? movesOf(judging, index) : [];
  const easiest = moves[0];
  const help = easiest ? { move: easiest, slot: tree.slots[easiest.lever.slot]! } : null;
  const { op, requiredText, required } = criterion;
  return {
    id: criterion.id,
    title: criterion.title,
    verdict: criterion.verdict,
    rule: criterionText(tree.criteria[index]!.test),
    sentence: verdictText(criterion, dictionary, help),
    actual: criterion.actual,
    required: op === null || requiredText === null ? null : { op, value: required, label: requiredText },
    gap: criterion.gap,
    unit: criterion.unit || null,
    missing: criterion.missing.map((one) => missingView(judging, one)),
    document: criterion.document,
    article: criterion.article,
    confidence: criterion.confidence,
    note: criterion.note,
    levers: unmet ? leversOf(judging, index, moves) : [],
    inputs: inputsOf(judging, index, sources),
  };
}

export function missingView({ dictionary }: Judging, { fact, year }: MissingFact) {
  const known = dictionary.get(fact);
  return { fact, name: known?.name ?? { zh: fact, en: fact }, unit: known?.unit ?? '', year };
}

/** Where a fact came from: `fact/year`, year 0 = standing. */
export type Sources = (fact: string, year: number | null) => Text | null;

const computed: Text = {
  zh: '由证书、知识产权与融资记录得出',
  en: 'From records of certificates, rights and financing',
};
const tried: Text = { zh: '假设值', en: 'What-if value' };

/** @param ordered statements, the least believed first */
export function sourcesOf(
  ordered: readonly Said[],
  dictionary: Judging['dictionary'],
  overrides: readonly { fact: string; year: number | null }[],
): Sources {
  return (fact, year) => {
    if (overrides.some((one) => one.fact === fact && one.year === year)) return tried;
    const said = ordered.findLast((one) => one.year === (year ?? 0) && Object.hasOwn(one.facts, fact));
    return said?.sourceName ?? (dictionary.get(fact)?.derived ? computed : null);
  };
}

function inputsOf({ tree, row, dictionary }: Judging, index: number, sources: Sources): CriterionView['inputs'] {
  const seen = new Set<string>();
  return [...readsOf(tree, tree.criteria[index]!.test).slots].flatMap((place) => {
    const { fact, yearOffset, kind, derive } = tree.slots[place]!;
    const year = yearOffset === null ? null : row.asOfYear - 1 + yearOffset;
    const key = `${fact}/${year}`;
    if (seen.has(key) || derive.as !== 'value') return [];
    seen.add(key);
    const known = dictionary.get(fact);
    return [
      {
        fact,
        name: known?.name ?? { zh: fact, en: fact },
        unit: known?.unit ?? '',
        year,
        value: cell(kind, row.numbers[place]!, row.texts[place]),
        source: sources(fact, year),
      },
    ];
  });
}

function cell(kind: 'number' | 'flag' | 'date' | 'text', number: number, text: string | undefined) {
  if (kind === 'text') return text ?? null;
  if (Number.isNaN(number)) return null;
  if (kind === 'flag') return number === 1;
  return kind === 'date' ? isoOf(number) : number;
}
