import { dayOf, Rational } from '@forest/domain';
import fc from 'fast-check';
import type { NumberNode, RuleTree } from '../tree.ts';
import { arbitraryFacts } from './arbitrary-facts.ts';
import { arbitraryTree } from './arbitrary-tree.ts';
import type { Row } from './row.ts';
import { type SampleFacts, sampleRow } from './sample-facts.ts';
import { tiedTree } from './tied-tree.ts';

export interface SampleCase {
  tree: RuleTree;
  facts: SampleFacts[];
  rows: Row[];
  asOf: number;
}

type ExactNumber = (tree: RuleTree, node: NumberNode, row: Row, asOf: number) => Rational | undefined;

/** Distances from a threshold: none, far less than a float can tell, and just enough. */
const BESIDE = ['0', '0', '1e-25', '-1e-25', '1e-13', '-1e-13'].map(Rational.of);

/** A rule, enterprises to judge by it and a date; most thresholds lie exactly on the first row or a trace beside it. */
export function arbitraryCase(exact: ExactNumber): fc.Arbitrary<SampleCase> {
  return fc
    .record({
      tree: arbitraryTree,
      facts: fc.array(arbitraryFacts, { minLength: 1, maxLength: 12 }),
      asOf: fc.constantFrom(dayOf('2024-06-01'), dayOf('2024-02-29'), dayOf('2025-01-31')),
      beside: fc.array(fc.constantFrom(null, ...BESIDE), { minLength: 8, maxLength: 8 }),
    })
    .map(({ tree, facts, asOf, beside }) => {
      const rows = facts.map((f) => sampleRow(f));
      const onFirstRow = (node: NumberNode) => exact(tree, node, rows[0]!, asOf);
      return { tree: tiedTree(tree, onFirstRow, (n) => beside[n % 8] ?? null), facts, rows, asOf };
    });
}
