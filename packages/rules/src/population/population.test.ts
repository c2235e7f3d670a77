import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCase } from '../testing/arbitrary-case.ts';
import { referenceJudge, referenceNumber } from '../testing/reference.ts';
import { buildColumns } from './columns.ts';
import { compilePopulation } from './compile.ts';
import { buildJudgements, criterionVerdict, VERDICTS } from './judgements.ts';

const exact = { number: referenceNumber, judge: referenceJudge };

test('the loop over columns says what exact arithmetic says, on thresholds and beside them', () => {
  let settled = 0;
  fc.assert(
    fc.property(arbitraryCase(referenceNumber), ({ tree, rows, asOf }) => {
      const columns = buildColumns(tree.slots, rows.length);
      for (const [i, row] of rows.entries()) columns.setRow(i, row);
      const out = buildJudgements(tree, rows.length);
      settled += compilePopulation(tree, exact).judge(columns, asOf, out);
      const judged = rows.map((_, i) => ({
        verdict: VERDICTS[out.verdict[i]!],
        criteria: tree.criteria.map((_, k) => criterionVerdict(out, i, k)),
        scores: tree.scores.map((_, s) => [out.scoreMin[s]![i], out.scoreMax[s]![i]]),
        grade: out.grade ? out.grade[i] : -1,
      }));
      expect(judged).toEqual(rows.map((row) => referenceJudge(tree, row, asOf)));
    }),
    { numRuns: Number(process.env.FOREST_RUNS ?? 1500) },
  );
  expect(settled).toBeGreaterThan(50);
});
