import type { Inputs, Outputs } from '@forest/api';
import type { Text } from '@forest/domain';
import { type Dictionary, type Explanation, type RuleTree, rowOf, verdictText } from '@forest/rules';
import { findFactSet, todayOf } from '../../registry/index.ts';
import { derivationsOf } from '../census/read-blocks.ts';
import { compileShort, restsOnScore } from '../judging/short.ts';
import type { UseCase } from '../use-case.ts';
import { requireEnterprise } from './enterprise.ts';
import { explainerOf } from './explainers.ts';
import { headView } from './explanation-view.ts';

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
  return content.treesInForce(district, asOf).map((tree) => {
    const row = rowOf(tree, { asOf, enterprise: {}, years: {}, ...facts });
    const explained = explainerOf(tree).explain(row);
    return {
      ...headView(content, { tree, row, dictionary }, explained, since.get(tree.rule) ?? null),
      short: shortOf(tree, explained),
      headline: headline(explained, dictionary),
    };
  });
}

function shortOf(tree: RuleTree, { criteria }: Explanation): number {
  const mask = (verdict: string) =>
    criteria.reduce((bits, one, index) => (one.verdict === verdict ? bits | (1 << index) : bits), 0);
  return compileShort(tree.outcome, restsOnScore(tree))(mask('met'), mask('not_met')) & 0xff;
}

/** The sentence that says most: the first criterion in the way, or that nothing is. */
export function headline(explained: Explanation, dictionary: Dictionary): Text {
  if (explained.verdict === 'met') return { zh: '全部条件已满足', en: 'Every condition is met' };
  const first = explained.criteria.find((one) => one.verdict === explained.verdict);
  return first ? verdictText(first, dictionary) : { zh: '条件尚不满足', en: 'Conditions are not met' };
}
