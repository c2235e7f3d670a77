import { dayOf, type Verdict } from '@forest/domain';
import {
  buildJudgements,
  compileExplainer,
  compilePopulation,
  criterionVerdict,
  exactJudge,
  type FactSet,
  type RuleTree,
  toSql,
  VERDICTS,
} from '@forest/rules';
import { arbitraryCase, fillColumns } from '@forest/rules/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../testing/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

interface SqlRow {
  enterprise_id: unknown;
  verdict: Verdict;
  met_mask: number;
  not_mask: number;
  score_min: number[];
  score_max: number[];
  grade: number;
}

async function store(enterprises: FactSet[]): Promise<void> {
  const rows = enterprises.flatMap(({ enterprise, years }, id) => [
    { enterprise_id: id, year: 0, facts: enterprise },
    ...Object.entries(years).map(([year, facts]) => ({ enterprise_id: id, year: Number(year), facts })),
  ]);
  await database.pool.query('truncate snapshot');
  await database.pool.query(
    `insert into snapshot (enterprise_id, year, district, facts)
     select enterprise_id, year, 'jianye', facts
     from jsonb_to_recordset($1) as row (enterprise_id bigint, year smallint, facts jsonb)`,
    [JSON.stringify(rows)],
  );
}

function verdictOf(row: Pick<SqlRow, 'met_mask' | 'not_mask'>, criterion: number): Verdict {
  if ((row.met_mask >>> criterion) & 1) return 'met';
  return (row.not_mask >>> criterion) & 1 ? 'not_met' : 'unknown';
}

async function judgeInSql(tree: RuleTree, asOf: string) {
  const { text, parameters } = toSql(tree, { asOf, district: 'jianye' });
  const { rows } = await database.pool.query<SqlRow>(`${text}\norder by enterprise_id`, parameters);
  return rows.map((row) => ({
    verdict: row.verdict,
    criteria: tree.criteria.map((_, k) => verdictOf(row, k)),
    scores: tree.scores.map((_, s) => [row.score_min[s], row.score_max[s]]),
    grade: row.grade,
  }));
}

function judgeInColumns(tree: RuleTree, facts: FactSet[], asOf: string) {
  const out = buildJudgements(tree, facts.length);
  compilePopulation(tree).judge(fillColumns(tree.slots, facts), dayOf(asOf), out);
  return facts.map((_, i) => ({
    verdict: VERDICTS[out.verdict[i]!],
    criteria: tree.criteria.map((_, k) => criterionVerdict(out, i, k)),
    scores: tree.scores.map((_, s) => [out.scoreMin[s]![i], out.scoreMax[s]![i]]),
    grade: out.grade ? out.grade[i] : -1,
  }));
}

test('explanation, the loop over columns, PostgreSQL and exact arithmetic say the same of every enterprise', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryCase, async ({ tree, facts, rows, asOf }) => {
      await store(facts);
      const exactly = rows.map((row) => exactJudge(tree, row).judge());
      expect(await judgeInSql(tree, asOf)).toEqual(exactly);
      expect(judgeInColumns(tree, facts, asOf)).toEqual(exactly);
      const explainer = compileExplainer(tree);
      expect(rows.map((row) => explainer.judge(row))).toEqual(
        exactly.map(({ verdict, criteria }) => ({ verdict, criteria })),
      );
    }),
    { numRuns: Number(process.env.FOREST_RUNS ?? 200) },
  );
}, 600_000);
