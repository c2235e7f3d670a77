import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactJudge } from '../exact/evaluate.ts';
import type { FactSet } from '../facts/fact-set.ts';
import { rowOf } from '../facts/row.ts';
import { compileRule } from '../language/compile.ts';
import { arbitraryCase } from '../testing/arbitrary-case.ts';
import { type SmallRule, smallContent, smallRule } from '../testing/small-content.ts';
import { compileExplainer } from './explain.ts';

function explain(rule: SmallRule, facts: Partial<FactSet>) {
  const compiled = compileRule(smallContent(smallRule(rule)), 'small', '2024-06-01');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.fault));
  const row = rowOf(compiled.tree, { asOf: '2024-06-01', enterprise: {}, years: {}, ...facts });
  return compileExplainer(compiled.tree).explain(row);
}

describe('explaining one enterprise', () => {
  test('says what exact arithmetic says, on thresholds and a trace beside them', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ tree, rows }) => {
        const explainer = compileExplainer(tree);
        for (const row of rows) {
          const exact = exactJudge(tree, row).judge();
          const got = explainer.explain(row);
          expect(got.verdict).toBe(exact.verdict);
          expect(got.criteria.map((one) => one.verdict)).toEqual(exact.criteria);
          expect(got.scores.map((one) => one.points)).toEqual(exact.scores.map((points) => [...points]));
          expect(got.grade?.id ?? null).toBe(tree.grades[exact.grade]?.id ?? null);
          expect(explainer.judge(row)).toEqual({ verdict: exact.verdict, criteria: exact.criteria });
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('gives a missing fact or a reason for everything unknown, and asks for nothing that is settled', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ tree, rows }) => {
        const got = compileExplainer(tree).explain(rows[0]!);
        for (const criterion of got.criteria)
          if (criterion.verdict !== 'unknown') expect(criterion.missing).toEqual([]);
          // The last criterion tests a score, which may be open because no expert's fact is declared.
          else if (tree.criteria.at(-1)!.id !== criterion.id)
            expect(criterion.missing.length + criterion.undefinedReasons.length).toBeGreaterThan(0);
        if (got.verdict !== 'unknown') expect(got.missing).toEqual([]);
      }),
    );
  });

  test('500 → 800 → 1200 → 1687.5 is exactly 50 % a year (GROW-X3), a hundredth of a yuan less is not', () => {
    const check = 'compoundGrowth: { series: sales, periods: 3, atLeast: 50% }';
    const years = (last: number) => ({
      2020: { sales: 500 },
      2021: { sales: 800 },
      2022: { sales: 1200 },
      2023: { sales: last },
    });
    expect(explain({ check }, { years: years(1687.5) }).verdict).toBe('met');
    expect(explain({ check }, { years: years(1687.499999) }).verdict).toBe('not_met');
    expect(explain({ check }, { years: years(1687.5) }).criteria[0]!.actual).toBeCloseTo(0.5, 12);
  });

  test('4.996 % is below 5 % and is not rounded up (BND-02)', () => {
    const check = 'atLeast: { measure: latest(rd) / latest(sales), value: 5% }';
    expect(explain({ check }, { years: { 2023: { rd: 49.96, sales: 1000 } } }).criteria[0]).toMatchObject({
      verdict: 'not_met',
      gap: 0.00004,
    });
    expect(explain({ check }, { years: { 2023: { rd: 50, sales: 1000 } } }).verdict).toBe('met');
    expect(explain({ check }, { years: { 2023: { rd: 0.07, sales: 1.4 } } }).verdict).toBe('met');
  });

  test('missing is not zero: the verdict stays open and says what is missing and of which year (BND-05)', () => {
    const check = 'atLeast: { measure: "sum(rd, 3)", value: 100 万元 }';
    const got = explain({ check }, { years: { 2023: { rd: 500 }, 2021: { rd: 1 } } });
    expect(got).toMatchObject({ verdict: 'unknown', missing: [{ fact: 'rd', year: 2022 }] });
  });

  test('a band that does not matter leaves the verdict settled', () => {
    const check =
      'atLeast: { measure: share, by: latest(sales), bands: [{ atMost: 5000 万元, value: 5% }, { otherwise: 3% }] }';
    expect(explain({ check }, { enterprise: { share: 0.06 } }).verdict).toBe('met');
    expect(explain({ check }, { enterprise: { share: 0.01 } }).verdict).toBe('not_met');
    expect(explain({ check }, { enterprise: { share: 0.04 } })).toMatchObject({
      verdict: 'unknown',
      missing: [{ fact: 'sales', year: 2023 }],
    });
  });

  test('a settled outcome asks for nothing, even where criteria are open', () => {
    const criteria =
      '- { id: C2, title: { zh: 二, en: Second }, article: doc 第二条, check: { atLeast: { measure: staff, value: 10 人 } } }';
    const got = explain({ criteria }, { enterprise: { accident: true } });
    expect(got).toMatchObject({ verdict: 'not_met', missing: [] });
    expect(got.criteria[1]).toMatchObject({ verdict: 'unknown', missing: [{ fact: 'staff', year: null }] });
  });

  test('a ratio over zero does not exist: unknown, with the reason, never met', () => {
    const check = 'atLeast: { measure: latest(rd) / latest(sales), value: 0 }';
    const got = explain({ check }, { years: { 2023: { rd: 5, sales: 0 } } });
    expect(got.criteria[0]).toMatchObject({ verdict: 'unknown', missing: [], undefinedReasons: [{ zh: '除数为零' }] });
  });

  test('growth from a base that is not positive does not exist', () => {
    const check = 'growthEachYear: { series: profit, years: 1 }';
    const got = explain({ check }, { years: { 2022: { profit: -5 }, 2023: { profit: 10 } } });
    expect(got.criteria[0]!.undefinedReasons).toHaveLength(1);
    expect(got.verdict).toBe('unknown');
  });

  test('scores are intervals until an expert gives points, which stay within what is possible', () => {
    const version = `scores:
  s:
    title: { zh: 得分, en: Score }
    sum:
      - { id: a, expert: [0, 8], fact: points }
      - { id: b, bands: { measure: staff, scale: [{ atLeast: 10 人, points: [3, 4] }, { otherwise: 0 }] } }`;
    const check = 'score: { of: s, moreThan: 9 }';
    const points = (enterprise: FactSet['enterprise']) => explain({ version, check }, { enterprise });
    expect(points({ staff: 10 }).scores[0]!.points).toEqual([3, 12]);
    expect(points({ staff: 10 })).toMatchObject({ verdict: 'unknown', missing: [{ fact: 'points', year: null }] });
    expect(points({ staff: 10, points: 20 })).toMatchObject({ verdict: 'met', scores: [{ points: [11, 12] }] });
    expect(points({ staff: 9 })).toMatchObject({ verdict: 'not_met', missing: [] });
  });
});
