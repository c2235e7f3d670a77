import type { Inputs, Outputs } from '@forest/api';
import type { Text, Verdict } from '@forest/domain';
import { requireEnterprise } from '../explain/enterprise.ts';
import { requireRule } from '../lists/list-verdicts.ts';
import type { UseCase } from '../use-case.ts';
import { causeOf } from './cause.ts';
import { around, censusLines } from './census-line.ts';
import { statementsOf } from './fact-changes.ts';
import { treeOfVersion } from './tree-of.ts';

type History = Outputs['ladder']['history'];

/** How one rule has seen one enterprise over time, the latest first, each change with its cause. */
export async function listHistory(input: Inputs['ladder']['history'], context: UseCase): Promise<History> {
  const { db, content } = context;
  const { district } = await requireEnterprise(input.id, context);
  requireRule(input.rule, context);
  const [rows, lines, said] = await Promise.all([
    db
      .selectFrom('verdict')
      .select(['since', 'until', 'version', 'verdict', 'met_mask as met', 'not_mask as not', 'census_id'])
      .where('enterprise_id', '=', input.id)
      .where('rule', '=', input.rule)
      .orderBy('since')
      .execute(),
    censusLines(db, [district]),
    statementsOf(db, [input.id]),
  ]);
  return rows
    .map((row, index) => {
      const before = rows[index - 1] ?? null;
      const tree = treeOfVersion(content, input.rule, row.version, row.since);
      const cause = causeOf({
        rule: input.rule,
        before,
        after: row,
        censuses: around(lines.get(district) ?? [], row.census_id),
        said: said.get(input.id) ?? [],
        tree,
        dictionary: content.library.dictionary,
      });
      const { since, until, version, verdict } = row;
      return { since, until, version, verdict, cause, changes: turned(before, row, tree?.criteria ?? []) };
    })
    .reverse();
}

interface Masks {
  version: string;
  met: number;
  not: number;
}

/** Criteria that changed sides; all of them where there is nothing comparable before. */
function turned(
  before: Masks | null,
  after: Masks,
  criteria: readonly { id: string; title: Text }[],
): History[number]['changes'] {
  const comparable = before?.version === after.version ? before : null;
  return criteria.flatMap(({ id, title }, index) => {
    const to = verdictAt(after, index);
    const from = comparable ? verdictAt(comparable, index) : null;
    return from === to ? [] : [{ criterion: id, title, from, to }];
  });
}

function verdictAt({ met, not }: Masks, index: number): Verdict {
  if ((met >>> index) & 1) return 'met';
  return (not >>> index) & 1 ? 'not_met' : 'unknown';
}
