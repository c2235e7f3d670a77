import { Rational } from '@forest/domain';
import {
  type Bounded,
  bandWidth,
  combinedBound,
  constantBound,
  dayBound,
  doubtfulSigns,
  type ErrorBound,
  negatedBound,
  signsOfExtreme,
  slotBound,
  undefinedBound,
} from '../exact/error-bound.ts';
import type { CompareNode } from '../population/emitter.ts';
import { exactSign } from '../population/exact-sign.ts';
import type { NumberNode, Slot, TruthNode } from '../tree.ts';
import { compileChoice } from './compile-choice.ts';
import type { CompiledTruth } from './compile-truth.ts';
import { kept, type Value } from './kept.ts';
import type { Blame, State } from './state.ts';

export interface CompiledNumber extends Bounded<CompiledNumber> {
  /** NaN when unknown or undefined. */
  value: Value;
  /** Magnitude that the error is measured by. */
  size: Value;
  /** Names what a NaN comes from. */
  blame: (state: State, blame: Blame) => void;
  /** Whether reading the value can leave floats unsure: a divisor near zero, also inside the tests of a choice. */
  mayDoubt: boolean;
}

export interface NumberContext {
  slots: readonly Slot[];
  truth: (node: TruthNode) => CompiledTruth;
  /** Compiles each node once, so that what several comparisons share is computed once a row. */
  number: (node: NumberNode) => CompiledNumber;
}

type Binary = Extract<NumberNode, { left: NumberNode }>;
const nothing = () => {};
const zeroDivisor = { zh: '除数为零', en: 'the divisor is zero' };

export function compileNumber(node: NumberNode, context: NumberContext): CompiledNumber {
  switch (node.kind) {
    case 'constant': {
      const value = node.value.toNumber();
      const size = Math.abs(value);
      return { ...constantBound(node.value), value: () => value, size: () => size, blame: nothing, mayDoubt: false };
    }
    case 'undefined': {
      const { reason } = node;
      return leaf(
        undefinedBound,
        () => Number.NaN,
        (_, blame) => blame.reason(reason),
      );
    }
    case 'slot': {
      const { slot } = node;
      return leaf(
        slotBound(context.slots[slot]!),
        (s) => s.numbers[slot]!,
        (_, blame) => blame.slot(slot),
      );
    }
    case 'asOf':
      return leaf(dayBound, (s) => s.row.asOf, nothing);
    case 'asOfYear':
      return leaf(dayBound, (s) => s.row.asOfYear, nothing);
    case 'negate': {
      const of = context.number(node.of);
      return { ...of, ...negatedBound(of), value: (s) => -of.value(s) };
    }
    case 'cases':
      return compileChoice(node, context);
    default:
      return compileBinary(node, context);
  }
}

function leaf(bound: ErrorBound, value: Value, blame: CompiledNumber['blame']): CompiledNumber {
  return { ...bound, value, size: magnitudeOf(bound, value, value), blame, mayDoubt: false };
}

export function magnitudeOf({ magnitude }: ErrorBound, value: Value, beside: Value): Value {
  if (magnitude === 'beside') return beside;
  return magnitude === 'value' ? value : (s) => Math.abs(value(s));
}

function compileBinary(node: Binary, context: NumberContext): CompiledNumber {
  const left = context.number(node.left);
  const right = context.number(node.right);
  const bound = combinedBound(node.kind, left, right);
  const doubtful = node.kind === 'divide' ? doubtfulSigns(right) : [];
  const mayDoubt = left.mayDoubt || right.mayDoubt || doubtful.length > 0;
  const divisor = doubtful.length > 0 ? divisorGuard(node.right, right, doubtful) : right.value;
  const remember = isHeavy(node) ? (of: Value) => kept(of, mayDoubt) : (of: Value) => of;
  const value = remember(binaryValue(node, left.value, divisor));
  const beside = bound.magnitude === 'beside' ? remember(sizeOf(node, left, right)) : value;
  return {
    ...bound,
    ...(node.kind === 'min' || node.kind === 'max' ? { signs: signsOfExtreme(left, right) } : {}),
    value,
    size: magnitudeOf(bound, value, beside),
    blame: (s, blame) => {
      if (Number.isNaN(left.value(s))) left.blame(s, blame);
      if (Number.isNaN(right.value(s))) right.blame(s, blame);
      if (node.kind === 'divide' && divisor(s) === 0) blame.reason(zeroDivisor);
    },
    mayDoubt,
  };
}

/** Worth remembering: more than one operation on plain inputs. */
function isHeavy(node: Binary): boolean {
  const plain = (of: NumberNode) => of.kind === 'slot' || of.kind === 'constant' || of.kind === 'asOf';
  return !plain(node.left) || !plain(node.right);
}

function binaryValue(node: Binary, a: Value, b: Value): Value {
  switch (node.kind) {
    case 'add':
      return (s) => a(s) + b(s);
    case 'subtract':
      return (s) => a(s) - b(s);
    case 'multiply':
      return (s) => a(s) * b(s);
    case 'min':
      return (s) => Math.min(a(s), b(s));
    case 'max':
      return (s) => Math.max(a(s), b(s));
    case 'divide':
      return (s) => {
        const by = b(s);
        return by === 0 ? Number.NaN : a(s) / by;
      };
  }
}

const zero: NumberNode = { kind: 'constant', value: Rational.zero };

/**
 * A divisor that cancellation brought near zero may be zero, or have the other sign: rational arithmetic says which.
 * When it is not zero after all, the float quotient is worthless and the whole test is decided exactly.
 */
function divisorGuard(node: NumberNode, { value }: CompiledNumber, doubtful: CompiledNumber[]): Value {
  const isZero: CompareNode = { kind: 'compare', op: '=', left: node, right: zero };
  const tests = doubtful.map((one) => ({ value: one.value, size: one.size, width: bandWidth(one.rounding) }));
  return (s) => {
    const by = value(s);
    for (let i = 0; i < tests.length; i++) {
      const test = tests[i]!;
      if (!(Math.abs(test.value(s)) < test.width * test.size(s))) continue;
      const sign = exactSign(isZero, s.read, s.exact);
      if (sign !== 0) s.unsure = true;
      return sign === 0 ? 0 : by;
    }
    return by;
  };
}

function sizeOf(node: Binary, left: CompiledNumber, right: CompiledNumber): Value {
  const [a, b] = [left.size, right.size];
  switch (node.kind) {
    case 'add':
    case 'subtract':
      return (s) => a(s) + b(s);
    case 'multiply':
      return (s) => a(s) * b(s);
    case 'min':
    case 'max':
      return (s) => Math.max(a(s), b(s));
    case 'divide':
      return (s) => {
        const by = Math.abs(right.value(s));
        return (a(s) / by) * (b(s) / by);
      };
  }
}
