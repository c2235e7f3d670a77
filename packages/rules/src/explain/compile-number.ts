import { Rational } from '@forest/domain';
import { bandWidth, errorBound, largestDegree } from '../exact/error-bound.ts';
import type { CompareNode } from '../population/emitter.ts';
import { exactSign } from '../population/exact-sign.ts';
import type { NumberNode, Slot, TruthNode } from '../tree.ts';
import type { CompiledTruth } from './compile-truth.ts';
import { type Blame, MET, NOT_MET, type State, UNKNOWN } from './state.ts';

export interface CompiledNumber {
  /** NaN when unknown or undefined. */
  value: (state: State) => number;
  /** Magnitude that the error is measured by; |value| where nothing cancels. */
  size: (state: State) => number;
  /** Names what a NaN comes from. */
  blame: (state: State, blame: Blame) => void;
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
      return { value: () => value, size: () => size, blame: nothing };
    }
    case 'undefined': {
      const { reason } = node;
      return { value: () => Number.NaN, size: () => 0, blame: (_, blame) => blame.reason(reason) };
    }
    case 'slot': {
      const { slot } = node;
      return {
        value: (s) => s.numbers[slot]!,
        size: (s) => Math.abs(s.numbers[slot]!),
        blame: (_, blame) => blame.slot(slot),
      };
    }
    case 'asOf':
      return { value: (s) => s.row.asOf, size: (s) => Math.abs(s.row.asOf), blame: nothing };
    case 'asOfYear':
      return { value: (s) => s.row.asOfYear, size: (s) => s.row.asOfYear, blame: nothing };
    case 'negate': {
      const of = context.number(node.of);
      return { ...of, value: (s) => -of.value(s) };
    }
    case 'cases':
      return kept(compileCases(node, context), true);
    default: {
      const made = compileBinary(node, context);
      return isHeavy(node) ? kept(made, mayBeUnsure(node, context)) : made;
    }
  }
}

/** Worth remembering: more than one operation on plain inputs. */
function isHeavy(node: Binary): boolean {
  const plain = (of: NumberNode) => of.kind === 'slot' || of.kind === 'constant' || of.kind === 'asOf';
  return !plain(node.left) || !plain(node.right);
}

/** Whether reading the node can leave floats unsure: a divisor near zero, also inside the tests of a choice. */
function mayBeUnsure(node: NumberNode, context: NumberContext): boolean {
  if (node.kind === 'cases') return true;
  if (node.kind === 'negate') return mayBeUnsure(node.of, context);
  if (!('left' in node)) return false;
  const guarded = node.kind === 'divide' && errorBound(node.right, context.slots).cancels;
  return guarded || mayBeUnsure(node.left, context) || mayBeUnsure(node.right, context);
}

/** Remembers value and size within one explanation. */
function kept(of: CompiledNumber, unsure: boolean): CompiledNumber {
  const remember = unsure ? onceWithDoubt : once;
  return { value: remember(of.value), size: remember(of.size), blame: of.blame };
}

function once(compute: Value): Value {
  let run = -1;
  let value = 0;
  return (s) => {
    if (run !== s.run) {
      value = compute(s);
      run = s.run;
    }
    return value;
  };
}

/** Remembers also that floats were unsure on the way, so that whoever reads the value again hears it too. */
function onceWithDoubt(compute: Value): Value {
  let run = -1;
  let value = 0;
  let unsure = false;
  return (s) => {
    if (run !== s.run) {
      const before = s.unsure;
      s.unsure = false;
      value = compute(s);
      unsure = s.unsure;
      s.unsure = before;
      run = s.run;
    }
    if (unsure) s.unsure = true;
    return value;
  };
}

function compileBinary(node: Binary, context: NumberContext): CompiledNumber {
  const left = context.number(node.left);
  const right = context.number(node.right);
  const [a, b] = [left.value, right.value];
  const value = binaryValue(node, a, b, divisorGuard(node, right, context));
  const bound = errorBound(node, context.slots);
  const size = bound.cancels ? sizeOf(node, left, right) : (s: State) => Math.abs(value(s));
  return {
    value,
    size,
    blame: (s, blame) => {
      const [l, r] = [a(s), b(s)];
      if (Number.isNaN(l)) left.blame(s, blame);
      if (Number.isNaN(r)) right.blame(s, blame);
      if (node.kind === 'divide' && r === 0) blame.reason(zeroDivisor);
    },
  };
}

type Value = (state: State) => number;

function binaryValue(node: Binary, a: Value, b: Value, divisor: Value): Value {
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
        const by = divisor(s);
        return by === 0 ? Number.NaN : a(s) / by;
      };
  }
}

const zero: NumberNode = { kind: 'constant', value: Rational.zero };

/**
 * A divisor that cancellation brought near zero may be zero, or have the other sign: rational arithmetic says which.
 * When it is not zero after all, the float quotient is worthless and the whole test is decided exactly.
 */
function divisorGuard(node: Binary, right: CompiledNumber, context: NumberContext): Value {
  const bound = errorBound(node.right, context.slots);
  if (node.kind !== 'divide' || !bound.cancels || bound.whole) return right.value;
  const width = bandWidth(bound.factor);
  const isZero: CompareNode = { kind: 'compare', op: '=', left: node.right, right: zero };
  return (s) => {
    const by = right.value(s);
    if (!(Math.abs(by) <= width * right.size(s))) return by;
    const sign = exactSign(isZero, s.read, s.exact);
    if (sign !== 0) s.unsure = true;
    return sign === 0 ? 0 : by;
  };
}

function sizeOf(node: Binary, left: CompiledNumber, right: CompiledNumber): Value {
  switch (node.kind) {
    case 'add':
    case 'subtract':
      return (s) => left.size(s) + right.size(s);
    case 'multiply':
      return (s) => left.size(s) * right.size(s);
    case 'min':
    case 'max':
      return (s) => Math.max(left.size(s), right.size(s));
    case 'divide':
      return (s) => {
        const by = Math.abs(right.value(s));
        return (left.size(s) / by) * (right.size(s) / by);
      };
  }
}

function compileCases(node: Extract<NumberNode, { kind: 'cases' }>, context: NumberContext): CompiledNumber {
  const cases = node.cases.map(({ when, value }) => ({
    when: context.truth(when),
    of: context.number(value),
  }));
  const given = node.cases.flatMap(({ when }) => givenSlots(when));
  const otherwise = context.number(node.otherwise);
  /** The branch taken; null when that is unknown. */
  const chosen = (s: State): CompiledNumber | null => {
    for (const branch of cases) {
      const test = branch.when.test(s);
      if (test === MET) return branch.of;
      if (test === UNKNOWN) return null;
    }
    return otherwise;
  };
  return {
    value: (s) => chosen(s)?.value(s) ?? Number.NaN,
    size: (s) => chosen(s)?.size(s) ?? Number.NaN,
    blame: (s, blame) => {
      // Where a substitute is missing as well, the fact that it stands in for is the one to ask for.
      let absent = false;
      for (const slot of given)
        if (isMissing(s, slot, context.slots)) {
          blame.slot(slot);
          absent = true;
        }
      for (const branch of cases) {
        const test = branch.when.test(s);
        if (test === UNKNOWN) return branch.when.blame(s, blame);
        if (test === NOT_MET) continue;
        if (!absent) branch.of.blame(s, blame);
        return;
      }
      if (!absent) otherwise.blame(s, blame);
    },
  };
}

export function isMissing(s: State, slot: number, slots: readonly Slot[]): boolean {
  return slots[slot]!.kind === 'text' ? s.row.texts[slot] === undefined : Number.isNaN(s.numbers[slot]!);
}

/** Slots whose presence a test asks about. */
function givenSlots(node: TruthNode): number[] {
  if (node.kind === 'given') return [node.slot];
  if (node.kind === 'not') return givenSlots(node.of);
  return node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(givenSlots) : [];
}

/** True when products in the node could overflow, so that floats decide nothing. */
export function isHopeless(node: NumberNode, slots: readonly Slot[]): boolean {
  return errorBound(node, slots).degree > largestDegree;
}
