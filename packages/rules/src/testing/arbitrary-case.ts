import type { Rational } from '@forest/domain';
import { dayOf } from '@forest/domain';
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

/** A rule, enterprises to judge by it and a date; half of the rules have thresholds that lie exactly on the first row. */
export function arbitraryCase(exact: ExactNumber): fc.Arbitrary<SampleCase> {
  return fc
    .record({
      tree: arbitraryTree,
      facts: fc.array(arbitraryFacts, { minLength: 1, maxLength: 12 }),
      asOf: fc.constantFrom(dayOf('2024-06-01'), dayOf('2024-02-29'), dayOf('2025-01-31')),
      ties: fc.nat({ max: 255 }),
    })
    .map(({ tree, facts, asOf, ties }) => {
      const rows = facts.map((f) => sampleRow(f));
      const onFirstRow = (node: NumberNode) => exact(tree, node, rows[0]!, asOf);
      return { tree: tiedTree(tree, onFirstRow, (n) => ((ties >> (n % 8)) & 1) === 1), facts, rows, asOf };
    });
}
