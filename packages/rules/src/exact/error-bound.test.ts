import { Rational } from '@forest/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileNumber, type NumberContext } from '../explain/compile-number.ts';
import { compileTruth, type TruthContext } from '../explain/compile-truth.ts';
import type { State } from '../explain/state.ts';
import { arbitraryCase } from '../testing/arbitrary-case.ts';
import type { NumberNode, TruthNode } from '../tree.ts';
import { bandWidth, largestDegree } from './error-bound.ts';
import { exactJudge } from './evaluate.ts';

function numbersIn(node: TruthNode): NumberNode[] {
  switch (node.kind) {
    case 'compare':
      return [node.left, node.right];
    case 'all':
    case 'any':
      return node.of.flatMap(numbersIn);
    case 'not':
      return numbersIn(node.of);
    case 'choose':
      return [
        ...node.cases.flatMap((one) => [...numbersIn(one.when), ...numbersIn(one.then)]),
        ...numbersIn(node.otherwise),
      ];
    default:
      return [];
  }
}

test('floats are never further from the exact value than the proven band, unless they say that they are unsure', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ tree, rows }) => {
      const context: TruthContext & NumberContext = {
        slots: tree.slots,
        number: (node) => compileNumber(node, context),
        truth: (node) => compileTruth(node, context),
        blameScore: () => {},
      };
      for (const node of tree.criteria.flatMap((criterion) => numbersIn(criterion.test))) {
        const compiled = context.number(node);
        if (compiled.degree > largestDegree) continue;
        const row = rows[0]!;
        const { number } = exactJudge(tree, row);
        const state: State = {
          row,
          numbers: row.numbers,
          read: (slot) => row.numbers[slot]!,
          exact: number,
          unsure: row.odd,
          run: 0,
          scoreMin: [],
          scoreMax: [],
        };
        const value = compiled.value(state);
        const exact = number(node);
        if (state.unsure) continue;
        expect(Number.isNaN(value)).toBe(exact === null);
        if (!exact) continue;
        const error = Math.abs(exact.minus(exactly(value)).toNumber());
        expect(error).toBeLessThanOrEqual(bandWidth(compiled.rounding) * compiled.size(state));
      }
    }),
    { numRuns: 2000 },
  );
});

/** The double itself, not the decimal that it prints as. */
function exactly(value: number): Rational {
  let scale = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    scale += 1;
  }
  return Rational.ratio(BigInt(whole), 2n ** BigInt(scale));
}
