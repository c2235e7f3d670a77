import { Rational } from '@forest/domain';
import type { NumberNode, Slot } from '../tree.ts';

/**
 * What is proven about the float value of a node, with u = 2⁻⁵³ and `size` the same computation over absolute values
 * (a quotient a ÷ b has size(a)/|b| · size(b)/|b|): |float − exact| ≤ factor · u · size.
 */
export interface ErrorBound {
  factor: number;
  /** True when size may exceed |value|, so that it has to be computed beside it. */
  cancels: boolean;
  /** True when the value is a whole number reached without rounding. */
  whole: boolean;
  /** Number of factors; beyond `largestDegree` overflow is not excluded and nothing is proven. */
  degree: number;
}

export const largestDegree = 16;

/** Facts lie within 1e±15 or the row is odd (see facts/row.ts). */
function constantBound(value: Rational): ErrorBound {
  const float = value.toNumber();
  const whole = Number.isSafeInteger(float) && value.d === 1n;
  const ordinary = float === 0 || (Math.abs(float) <= 1e15 && Math.abs(float) >= 1e-15);
  return { factor: whole ? 0 : 1, cancels: false, whole, degree: ordinary ? 1 : largestDegree + 1 };
}

export function errorBound(node: NumberNode, slots: readonly Slot[]): ErrorBound {
  switch (node.kind) {
    case 'constant':
      return constantBound(node.value);
    case 'undefined':
    case 'asOf':
    case 'asOfYear':
      return { factor: 0, cancels: false, whole: true, degree: 1 };
    case 'slot': {
      const whole = slots[node.slot]!.kind === 'date';
      return { factor: whole ? 0 : 1, cancels: false, whole, degree: 1 };
    }
    case 'negate':
      return errorBound(node.of, slots);
    case 'cases': {
      const branches = [...node.cases.map((one) => one.value), node.otherwise].map((one) => errorBound(one, slots));
      return {
        factor: Math.max(...branches.map((one) => one.factor)),
        cancels: branches.some((one) => one.cancels),
        whole: branches.every((one) => one.whole),
        degree: Math.max(...branches.map((one) => one.degree)),
      };
    }
  }
  const [a, b] = [errorBound(node.left, slots), errorBound(node.right, slots)];
  const cancels = a.cancels || b.cancels;
  const larger = { factor: Math.max(a.factor, b.factor), degree: Math.max(a.degree, b.degree) };
  const whole = a.whole && b.whole;
  switch (node.kind) {
    case 'min':
    case 'max':
      // The chosen side may be the smaller in magnitude, so its size does not bound the other's error.
      return { ...larger, cancels: cancels || mixedSigns(node, slots), whole };
    case 'add':
    case 'subtract': {
      const opposed = node.kind === 'add' ? mixedSigns(node, slots) : true;
      return { factor: whole ? 0 : larger.factor + 1, cancels: cancels || opposed, whole, degree: larger.degree };
    }
    case 'multiply':
      return { factor: a.factor + b.factor + 2, cancels, whole: false, degree: a.degree + b.degree };
    case 'divide':
      // The divisor is at least twice its own error (see nearZero), which at most doubles what it passes on.
      return { factor: 2 * (a.factor + b.factor) + 3, cancels, whole: false, degree: a.degree + 2 * b.degree };
  }
}

function mixedSigns(node: { left: NumberNode; right: NumberNode }, slots: readonly Slot[]): boolean {
  return !neverNegative(node.left, slots) || !neverNegative(node.right, slots);
}

/** Proven from the dictionary's promise about facts; a row that breaks it is odd. */
export function neverNegative(node: NumberNode, slots: readonly Slot[]): boolean {
  switch (node.kind) {
    case 'constant':
      return node.value.sign() >= 0;
    case 'slot':
      return slots[node.slot]!.nonNegative && slots[node.slot]!.kind === 'number';
    case 'add':
    case 'multiply':
    case 'divide':
    case 'min':
      return neverNegative(node.left, slots) && neverNegative(node.right, slots);
    case 'max':
      return neverNegative(node.left, slots) || neverNegative(node.right, slots);
    case 'cases':
      return [...node.cases.map((one) => one.value), node.otherwise].every((one) => neverNegative(one, slots));
    case 'undefined':
      return true;
    default:
      return false;
  }
}

/** Half-width, in units of the sizes' sum, of the band in which floats do not decide; wider than the bound by half. */
export function bandWidth(factor: number): number {
  return (factor + 2) * 2 ** -52;
}

/**
 * True when floats decide `left ⋈ right` without a guard: whole numbers, or facts beside facts and decimal literals,
 * because doubles and the decimals that they print as have the same order.
 */
export function comparesExactly(left: NumberNode, right: NumberNode, slots: readonly Slot[]): boolean {
  const plain = (node: NumberNode) =>
    node.kind === 'slot' ||
    (node.kind === 'constant' &&
      Number.isFinite(node.value.toNumber()) &&
      Rational.of(node.value.toNumber()).compare(node.value) === 0);
  if (plain(left) && plain(right)) return true;
  return errorBound(left, slots).whole && errorBound(right, slots).whole;
}
