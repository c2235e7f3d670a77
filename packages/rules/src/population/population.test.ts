import { dayOf } from '@forest/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactJudge } from '../exact/evaluate.ts';
import { arbitraryCase } from '../testing/arbitrary-case.ts';
import { buildColumns } from './columns.ts';
import { compilePopulation } from './compile.ts';
import { buildJudgements, criterionVerdict, VERDICTS } from './judgements.ts';

test('the loop over columns says what exact arithmetic says, on thresholds and beside them', () => {
  let settled = 0;
  fc.assert(
    fc.property(arbitraryCase, ({ tree, rows, asOf }) => {
      const columns = buildColumns(tree.slots, rows.length);
      for (const [i, row] of rows.entries()) columns.setRow(i, row);
      const out = buildJudgements(tree, rows.length);
      settled += compilePopulation(tree).judge(columns, dayOf(asOf), out);
      const judged = rows.map((_, i) => ({
        verdict: VERDICTS[out.verdict[i]!],
        criteria: tree.criteria.map((_, k) => criterionVerdict(out, i, k)),
        scores: tree.scores.map((_, s) => [out.scoreMin[s]![i], out.scoreMax[s]![i]]),
        grade: out.grade ? out.grade[i] : -1,
      }));
      expect(judged).toEqual(rows.map((row) => exactJudge(tree, row).judge()));
    }),
    { numRuns: Number(process.env.FOREST_RUNS ?? 600) },
  );
  expect(settled).toBeGreaterThan(50);
}, 600_000);
