import { bandWidth, isPrinted, largestDegree } from '../exact/error-bound.ts';
import { holds } from '../exact/logic.ts';
import type { CompareNode } from '../population/emitter.ts';
import { exactSign } from '../population/exact-sign.ts';
import type { NumberNode } from '../tree.ts';
import type { CompiledNumber, NumberContext } from './compile-number.ts';
import type { CompiledTruth } from './compile-truth.ts';
import { keptAnswer } from './kept.ts';
import { type Answer, MET, NOT_MET, type State, UNKNOWN } from './state.ts';

export function compileCompare(node: CompareNode, context: NumberContext): CompiledTruth {
  const left = context.number(node.left);
  const right = context.number(node.right);
  const mayDoubt = left.mayDoubt || right.mayDoubt;
  const test = compareTest(node, left, right);
  return {
    test: isPlain(node.left) && isPlain(node.right) ? test : keptAnswer(test, mayDoubt),
    blame: (s, into) => {
      if (Number.isNaN(left.value(s))) left.blame(s, into);
      if (Number.isNaN(right.value(s))) right.blame(s, into);
    },
    mayDoubt,
  };
}

function compareTest(node: CompareNode, left: CompiledNumber, right: CompiledNumber): (state: State) => Answer {
  const [a, b] = [left.value, right.value];
  const [above, equal, below] = [1, 0, -1].map((order): Answer => (holds(node.op, order) ? MET : NOT_MET)) as [
    Answer,
    Answer,
    Answer,
  ];
  const settle = (s: State): Answer => {
    const order = exactSign(node, s.read, s.exact);
    return order > 0 ? above : order < 0 ? below : order === 0 ? equal : UNKNOWN;
  };
  if (Math.max(left.degree, right.degree) > largestDegree) return settle;
  if (decidedByFloats(node, left, right))
    return (s) => {
      const [l, r] = [a(s), b(s)];
      return l > r ? above : l < r ? below : l === r ? equal : UNKNOWN;
    };
  const width = bandWidth(Math.max(left.rounding, right.rounding));
  const [sizeA, sizeB] = [left.size, right.size];
  return (s) => {
    const difference = a(s) - b(s);
    const band = width * (sizeA(s) + sizeB(s));
    // Equal without a magnitude is zero against zero, which nothing can have rounded.
    if (difference > band) return above;
    if (difference < -band) return below;
    return Number.isNaN(difference) ? UNKNOWN : band === 0 ? equal : settle(s);
  };
}

/**
 * True where no guard is needed: facts beside facts and decimal literals (doubles and the decimals that they print as
 * have the same order), whole numbers, and numbers that cannot be negative beside zero.
 */
function decidedByFloats(node: CompareNode, left: CompiledNumber, right: CompiledNumber): boolean {
  if (isPlain(node.left) && isPlain(node.right)) return true;
  if (left.whole !== null && right.whole !== null) return true;
  const pure = left.magnitude === 'value' && right.magnitude === 'value';
  return pure && [node.left, node.right].some((side) => side.kind === 'constant' && side.value.sign() === 0);
}

function isPlain(node: NumberNode): boolean {
  return node.kind === 'slot' || (node.kind === 'constant' && isPrinted(node.value));
}
