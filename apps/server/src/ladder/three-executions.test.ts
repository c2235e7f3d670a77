import { compileExplainer, type RuleTree, rowOf, toSql } from '@forest/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder, readContent } from '../platform/content/index.ts';
import { type EnterpriseFacts, readFacts } from '../registry/index.ts';
import { startTestDatabase, type TestDatabase } from '../testing/index.ts';
import { derivationsOf } from './census/read-blocks.ts';
import { takeCensus } from './testing/census.ts';
import { demoDistrict } from './testing/district.ts';

let database: TestDatabase;
const content = readContent(contentFolder);
const day = '2026-02-01';
const count = 600;
const trees = content.treesInForce('jianye', day);
let facts: EnterpriseFacts[];

beforeAll(async () => {
  database = await startTestDatabase();
  await demoDistrict(database, { count, now: day, seed: 11 });
  await takeCensus({ database, content }, day);
  const ids = await database.db.selectFrom('enterprise').select('id').orderBy('id').execute();
  const derivations = derivationsOf(content.library.dictionary);
  facts = await readFacts(
    database.db,
    ids.map((row) => row.id),
    { asOf: day, derivations },
  );
  await storeJudgedFacts();
}, 120_000);
afterAll(() => database.close());

/** What is judged, with the facts that the registry computes, as a relation that SQL can read. */
async function storeJudgedFacts(): Promise<void> {
  const rows = facts.flatMap(({ enterpriseId, enterprise, years }) => [
    { enterprise_id: enterpriseId, year: 0, facts: enterprise },
    ...Object.entries(years).map(([year, values]) => ({
      enterprise_id: enterpriseId,
      year: Number(year),
      facts: values,
    })),
  ]);
  await database.pool.query('create table judged_facts (like snapshot)');
  await database.pool.query(
    `insert into judged_facts (enterprise_id, year, district, facts)
     select enterprise_id, year, 'jianye', facts
     from jsonb_to_recordset($1) as row (enterprise_id bigint, year smallint, facts jsonb)`,
    [JSON.stringify(rows)],
  );
}

type Line = [verdict: string, met: number, not: number, scoreMin: number | null, scoreMax: number | null];

/** The census judged by the loop over columns. */
async function byPopulation(tree: RuleTree): Promise<Map<number, Line>> {
  const rows = await database.db
    .selectFrom('verdict')
    .select(['enterprise_id', 'verdict', 'met_mask', 'not_mask', 'score_min', 'score_max'])
    .where('rule', '=', tree.rule)
    .where('until', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [row.enterprise_id, [row.verdict, row.met_mask, row.not_mask, row.score_min, row.score_max]]),
  );
}

function byExplaining(tree: RuleTree): Map<number, Line> {
  const explainer = compileExplainer(tree);
  return new Map(
    facts.map((one) => {
      const { verdict, criteria, scores } = explainer.explain(rowOf(tree, { ...one, asOf: day }));
      const mask = (wanted: string) =>
        criteria.reduce((bits, criterion, index) => (criterion.verdict === wanted ? bits | (1 << index) : bits), 0);
      const [min, max] = scores[0]?.points ?? [null, null];
      return [one.enterpriseId, [verdict, mask('met'), mask('not_met'), min, max]];
    }),
  );
}

async function bySql(tree: RuleTree): Promise<Map<number, Line>> {
  const { text, parameters } = toSql(tree, { asOf: day, district: 'jianye', source: 'judged_facts' });
  const { rows } = await database.pool.query(text, parameters);
  return new Map(
    rows.map((row) => [
      Number(row.enterprise_id),
      [row.verdict, row.met_mask, row.not_mask, row.score_min[0] ?? null, row.score_max[0] ?? null],
    ]),
  );
}

const byId = (lines: ReadonlyMap<number, Line>) => [...lines].toSorted(([a], [b]) => a - b);

test.each(trees.map((tree) => [tree.rule, tree] as const))(
  'of %s, the page, the census and PostgreSQL say the same about every enterprise',
  async (_, tree) => {
    const explained = byExplaining(tree);
    expect(explained.size).toBe(count);
    expect(byId(await byPopulation(tree))).toEqual(byId(explained));
    expect(byId(await bySql(tree))).toEqual(byId(explained));
  },
);
