import { exactJudge, type RuleTree, rowOf } from '@forest/rules';
import type { Content } from '../../platform/content/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { readFacts } from '../../registry/index.ts';
import { createCensus } from '../census/create-census.ts';
import { derivationsOf } from '../census/read-blocks.ts';
import { type CensusRun, runCensus } from '../census/run-census.ts';

/** Enters a census and runs it to its end. @returns its id. */
export async function takeCensus(run: CensusRun, asOf: string, district = 'jianye'): Promise<number> {
  const id = await run.database.db.transaction().execute((tx) => createCensus(tx, { district, asOf, startedBy: null }));
  await runCensus(id, run);
  return id;
}

/** Current verdicts as text, by `enterprise/rule`. */
export async function storedNow(database: Database): Promise<Map<string, string>> {
  const rows = await database.db
    .selectFrom('verdict')
    .select(['enterprise_id', 'rule', 'version', 'verdict', 'met_mask', 'not_mask', 'score_min', 'score_max'])
    .where('until', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.enterprise_id}/${row.rule}`,
      line(row.version, row.verdict, row.met_mask, row.not_mask, row.score_min, row.score_max),
    ]),
  );
}

/** What exact arithmetic says of every active enterprise, one after the other, in the same form. */
export async function judgedExactly(
  database: Database,
  content: Content,
  asOf: string,
  district = 'jianye',
): Promise<Map<string, string>> {
  const trees = content.treesInForce(district, asOf);
  const derivations = derivationsOf(content.library.dictionary);
  const active = await database.db
    .selectFrom('enterprise')
    .select('id')
    .where('district', '=', district)
    .where('state', '=', 'active')
    .execute();
  const ids = active.map((row) => row.id);
  const found = new Map<string, string>();
  for (const { enterpriseId, ...facts } of await readFacts(database.db, ids, { asOf, derivations })) {
    for (const tree of trees) found.set(`${enterpriseId}/${tree.rule}`, exactLine(tree, { ...facts, asOf }));
  }
  return found;
}

function exactLine(tree: RuleTree, facts: Parameters<typeof rowOf>[1]): string {
  const { verdict, criteria, scores } = exactJudge(tree, rowOf(tree, facts)).judge();
  const mask = (wanted: string) =>
    criteria.reduce((bits, one, index) => (one === wanted ? bits | (1 << index) : bits), 0);
  const [min, max] = scores[0] ?? [null, null];
  return line(tree.version, verdict, mask('met'), mask('not_met'), min, max);
}

function line(...parts: (string | number | null)[]): string {
  return parts.join(' ');
}
