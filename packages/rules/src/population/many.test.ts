import { dayOf } from '@forest/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCase } from '../testing/arbitrary-case.ts';
import { criterion } from '../testing/arbitrary-tree.ts';
import { fillColumns } from '../testing/fill-columns.ts';
import { SAMPLE_SLOTS } from '../testing/sample-facts.ts';
import type { RuleTree } from '../tree.ts';
import { compilePopulation } from './compile.ts';
import { buildJudgements } from './judgements.ts';
import { compileMany } from './many.ts';

/** Reads the last slots first, so that the others find theirs at other places. */
const REVERSED: RuleTree = {
  rule: 'reversed',
  version: '2024',
  slots: SAMPLE_SLOTS.toReversed().slice(0, 9),
  criteria: [criterion('C1', { kind: 'given', slot: 0 })],
  scores: [],
  outcome: { kind: 'criterion', index: 0 },
  grades: [],
};

test('rules that share columns judge as each would alone', () => {
  fc.assert(
    fc.property(arbitraryCase, arbitraryCase, (one, other) => {
      const trees = [REVERSED, one.tree, other.tree];
      const facts = [...one.facts, ...other.facts];
      const many = compileMany(trees);
      const together = trees.map((tree) => buildJudgements(tree, facts.length));
      const alone = trees.map((tree) => buildJudgements(tree, facts.length));
      const asOf = dayOf(one.asOf);
      many.judge(fillColumns(many.slots, facts), asOf, together);
      trees.forEach((tree, index) => {
        compilePopulation(tree).judge(fillColumns(tree.slots, facts), asOf, alone[index]!);
      });
      expect(together).toEqual(alone);
    }),
    { numRuns: 60 },
  );
});
