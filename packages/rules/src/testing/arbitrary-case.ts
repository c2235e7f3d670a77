import { Rational } from '@forest/domain';
import fc from 'fast-check';
import { exactJudge } from '../exact/evaluate.ts';
import type { FactSet } from '../facts/fact-set.ts';
import { type Row, rowOf } from '../facts/row.ts';
import type { RuleTree } from '../tree.ts';
import { arbitraryFacts } from './arbitrary-facts.ts';
import { arbitraryTree } from './arbitrary-tree.ts';
import { tiedTree } from './tied-tree.ts';

export interface SampleCase {
  tree: RuleTree;
  /** Enterprises, all on the same date. */
  facts: FactSet[];
  rows: Row[];
  asOf: string;
}

/** Distances from a threshold: none, far less than a float can tell, and just enough. */
const BESIDE = ['0', '0', '1e-25', '-1e-25', '1e-13', '-1e-13'].map(Rational.of);

/** A rule, enterprises to judge by it and a date; most thresholds lie exactly on the first row or a trace beside it. */
export const arbitraryCase: fc.Arbitrary<SampleCase> = fc
  .constantFrom('2024-06-01', '2024-02-29', '2025-01-31')
  .chain((asOf) =>
    fc
      .record({
        tree: arbitraryTree,
        facts: fc.array(arbitraryFacts(asOf), { minLength: 1, maxLength: 12 }),
        beside: fc.array(fc.constantFrom(null, ...BESIDE), { minLength: 8, maxLength: 8 }),
      })
      .map(({ tree, facts, beside }) => {
        const rows = facts.map((one) => rowOf(tree, one));
        const { number } = exactJudge(tree, rows[0]!);
        return { tree: tiedTree(tree, number, (n) => beside[n % 8] ?? null), facts, rows, asOf };
      }),
  );
