import type { Inputs, Outputs } from '@forest/api';
import { rowOf } from '@forest/rules';
import { Fault } from '../../platform/fault.ts';
import { findFactSet, todayOf } from '../../registry/index.ts';
import { derivationsOf } from '../census/read-blocks.ts';
import { byTrust, statementsOf } from '../history/fact-changes.ts';
import { requireRule } from '../lists/list-verdicts.ts';
import type { UseCase } from '../use-case.ts';
import { criterionView, sourcesOf } from './criterion-view.ts';
import { requireEnterprise } from './enterprise.ts';
import { explainerOf } from './explainers.ts';
import { headView, pathView } from './explanation-view.ts';
import { withOverrides } from './what-if.ts';

/** One rule for one enterprise with every reason, judged now, also with values that are only tried out. */
export async function explainVerdict(
  input: Inputs['ladder']['explain'],
  context: UseCase,
): Promise<Outputs['ladder']['explain']> {
  const { db, content, clock } = context;
  await requireEnterprise(input.id, context);
  requireRule(input.rule, context);
  const asOf = input.asOf ?? todayOf(clock);
  const compiled = content.compiled(input.rule, asOf);
  if (!compiled.ok) throw new Fault('invalid', compiled.fault.message);
  const { tree } = compiled;
  const { dictionary } = content.library;
  const [stored, said, current] = await Promise.all([
    findFactSet(db, input.id, { asOf, derivations: derivationsOf(dictionary) }),
    statementsOf(db, [input.id]),
    db
      .selectFrom('verdict')
      .select('since')
      .where('enterprise_id', '=', input.id)
      .where('rule', '=', input.rule)
      .where('until', 'is', null)
      .executeTakeFirst(),
  ]);
  const facts = withOverrides({ asOf, enterprise: {}, years: {}, ...stored }, input.overrides, dictionary);
  const judging = { tree, row: rowOf(tree, facts), dictionary };
  const explained = explainerOf(tree).explain(judging.row);
  const sources = sourcesOf(byTrust(said.get(input.id) ?? []), dictionary, input.overrides);
  return {
    ...headView(content, judging, explained, current?.since ?? null),
    criteria: explained.criteria.map((one, index) => criterionView(judging, one, index, sources)),
    path: pathView(judging, explained),
  };
}
