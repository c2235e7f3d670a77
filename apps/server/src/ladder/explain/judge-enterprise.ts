import type { Inputs, Outputs } from '@forest/api';
import type { Text } from '@forest/domain';
import { type Explanation, type RuleTree, rowOf, verdictText } from '@forest/rules';
import { findFactSet, todayOf } from '../../registry/index.ts';
import { derivationsOf } from '../census/read-blocks.ts';
import { compileShort, restsOnScore } from '../judging/short.ts';
import { tiersOf } from '../tiers.ts';
import type { UseCase } from '../use-case.ts';
import { requireEnterprise } from './enterprise.ts';
import { explainerOf } from './explainers.ts';
import { headView } from './explanation-view.ts';
import { type Judging, movesOf } from './lever-view.ts';

type Verdicts = Outputs['ladder']['enterprise'];

/** Every rule in force for one enterprise, judged now, with the day since which the last census has seen it so. */
export async function judgeEnterprise(input: Inputs['ladder']['enterprise'], context: UseCase): Promise<Verdicts> {
  const { db, content, clock } = context;
  const { district } = await requireEnterprise(input.id, context);
  const asOf = input.asOf ?? todayOf(clock);
  const { dictionary } = content.library;
  const [facts, stored] = await Promise.all([
    findFactSet(db, input.id, { asOf, derivations: derivationsOf(dictionary) }),
    db
      .selectFrom('verdict')
      .select(['rule', 'since'])
      .where('enterprise_id', '=', input.id)
      .where('until', 'is', null)
      .execute(),
  ]);
  const since = new Map(stored.map((row) => [row.rule, row.since]));
  const rungs = tiersOf(content, district).flatMap(({ rules }) => rules);
  // From the lowest rung up; rules that confer none come last.
  const place = (tree: RuleTree) => (rungs.includes(tree.rule) ? rungs.indexOf(tree.rule) : rungs.length);
  const trees = content.treesInForce(district, asOf).toSorted((a, b) => place(a) - place(b));
  return trees.map((tree) => {
    const judging = { tree, row: rowOf(tree, { asOf, enterprise: {}, years: {}, ...facts }), dictionary };
    const explained = explainerOf(tree).explain(judging.row);
    return {
      ...headView(content, judging, explained, since.get(tree.rule) ?? null),
      short: shortOf(tree, explained),
      headline: headline(explained, judging),
    };
  });
}

function shortOf(tree: RuleTree, { criteria }: Explanation): number {
  const mask = (verdict: string) =>
    criteria.reduce((bits, one, index) => (one.verdict === verdict ? bits | (1 << index) : bits), 0);
  return compileShort(tree.outcome, restsOnScore(tree))(mask('met'), mask('not_met')) & 0xff;
}

/** The sentence that says most: the first criterion in the way with the easiest help, or that nothing is. */
export function headline(explained: Explanation, judging: Judging): Text {
  if (explained.verdict === 'met') return { zh: '全部条件已满足', en: 'Every condition is met' };
  const index = explained.criteria.findIndex((one) => one.verdict === explained.verdict);
  const first = explained.criteria[index];
  if (!first) return { zh: '条件尚不满足', en: 'Conditions are not met' };
  const move = first.verdict === 'not_met' ? movesOf(judging, index)[0] : undefined;
  return verdictText(first, judging.dictionary, move ? { move, slot: judging.tree.slots[move.lever.slot]! } : null);
}
