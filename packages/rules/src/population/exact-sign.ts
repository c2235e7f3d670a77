import type { Rational } from '@forest/domain';
import type { NumberNode } from '../tree.ts';
import type { CompareNode } from './emitter.ts';

/** Exact value of a number node in one row; null when unknown. */
export type ExactNumber = (node: NumberNode) => Rational | null;

/** Reads a numeric slot of the row at hand; NaN when missing. */
export type ReadSlot = (slot: number) => number;

/**
 * Sign of left − right, exactly; NaN when either is unknown. Rows that come here mostly hold whole numbers or short
 * decimals, for which fractions of safe integers do; only when those would overflow are big integers used.
 */
export function exactSign(node: CompareNode, read: ReadSlot, exact: ExactNumber): number {
  if (safeFraction(node.left, read)) {
    const [n, d] = [numerator, denominator];
    if (safeFraction(node.right, read)) {
      const [left, right] = [n * denominator, numerator * d];
      if (Math.abs(left) <= SAFE && Math.abs(right) <= SAFE) return Math.sign(left - right);
    }
  }
  const left = exact(node.left);
  const right = exact(node.right);
  return left && right ? left.compare(right) : Number.NaN;
}

const SAFE = Number.MAX_SAFE_INTEGER;

/** The result of the last `safeFraction`, here rather than in an object so that settling a row allocates nothing. */
let numerator = 0;
let denominator = 1;

/** False when the number is unknown, a choice, or needs more than 53 bits on the way. */
function safeFraction(node: NumberNode, read: ReadSlot): boolean {
  switch (node.kind) {
    case 'constant':
      return safe(Number(node.value.n), Number(node.value.d));
    case 'slot':
      return safeDecimal(read(node.slot));
    case 'negate':
      return safeFraction(node.of, read) && safe(-numerator, denominator);
    case 'asOf':
    case 'asOfYear':
    case 'cases':
    case 'undefined':
      return false;
    default: {
      if (!safeFraction(node.left, read)) return false;
      const [n, d] = [numerator, denominator];
      if (!safeFraction(node.right, read)) return false;
      return combined(node.kind, n, d, numerator, denominator);
    }
  }
}

function combined(
  kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max',
  n: number,
  d: number,
  m: number,
  e: number,
): boolean {
  if (kind === 'multiply') return safe(n * m, d * e);
  if (kind === 'divide') return m !== 0 && safe(m < 0 ? -n * e : n * e, d * Math.abs(m));
  if (kind === 'min' || kind === 'max') {
    const [left, right] = [n * e, m * d];
    if (Math.abs(left) > SAFE || Math.abs(right) > SAFE) return false;
    return left < right === (kind === 'min') ? safe(n, d) : safe(m, e);
  }
  const second = kind === 'add' ? m : -m;
  return d === e
    ? safe(n + second, d)
    : safe(n * e, d * e) && safe(second * d, d * e) && safe(n * e + second * d, d * e);
}

/** Every product and sum that is at most SAFE was computed without rounding. */
function safe(n: number, d: number): boolean {
  numerator = n;
  denominator = d;
  return Math.abs(n) <= SAFE && d <= SAFE;
}

/** The decimal that a double prints as, when it has few enough digits to be one whole number over a power of ten. */
function safeDecimal(value: number): boolean {
  if (Number.isInteger(value)) return safe(value, 1);
  for (let scale = 10; scale <= 1e8; scale *= 10) {
    const n = Math.round(value * scale);
    if (n / scale === value && Math.abs(n) < 1e15) return safe(n, scale);
  }
  return false;
}
