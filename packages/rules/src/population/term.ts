import { Rational } from '@forest/domain';
import { largestDegree } from '../exact/error-bound.ts';

/**
 * Source text of a float and what is proven about it. With u = 2⁻⁵³, the exact value lies within
 * `rounding · u · size` of the computed one, where `size` is the same computation over absolute values.
 */
export interface Term {
  code: string;
  /** Source text of the magnitude; equal to `code` where nothing negative and no subtraction takes part. */
  size: string;
  rounding: number;
  /** Number of factors, so that overflow can be excluded. */
  degree: number;
  /** Largest absolute value of a term that is a whole number and computed without rounding; null otherwise. */
  whole: number | null;
  constant: Rational | null;
  /** Terms whose signs decide the sign of this one, where that is known better than from its own error: max(x, 0). */
  signs?: Term[];
}

export function isPure(term: Term): boolean {
  return term.size === term.code;
}

/** Degree beyond which nothing is proven, for constants that are themselves too large or too small. */
const HOPELESS = largestDegree + 1;

export function constantTerm(value: Rational): Term {
  const float = value.toNumber();
  const exact = Number.isFinite(float) && (float === 0 || Math.abs(float) > 1e-300) && isExactly(float, value);
  const ordinary = float === 0 || (Math.abs(float) <= 1e15 && Math.abs(float) >= 1e-15);
  return {
    code: float < 0 ? `(${float})` : `${float}`,
    size: `${Math.abs(float)}`,
    rounding: exact ? 0 : 1,
    degree: ordinary ? 1 : HOPELESS,
    whole: exact && Number.isSafeInteger(float) ? Math.abs(float) : null,
    constant: value,
  };
}

/** Whether the double itself, not the decimal it prints as, equals the fraction. */
function isExactly(float: number, value: Rational): boolean {
  if (Number.isSafeInteger(float)) return value.d === 1n && value.n === BigInt(float);
  return false;
}

export function times(a: Term, b: Term): Term {
  if (a.constant && b.constant) return constantTerm(a.constant.times(b.constant));
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  const pure = isPure(a) && isPure(b);
  const code = `${a.code} * ${b.code}`;
  const whole = wholeWithin(a, b, (x, y) => x * y);
  return {
    code: `(${code})`,
    size: pure ? `(${code})` : `(${a.size} * ${b.size})`,
    rounding: whole === null ? a.rounding + b.rounding + 1 : 0,
    degree: a.degree + b.degree,
    whole,
    constant: null,
  };
}

export function plus(a: Term, b: Term): Term {
  if (a.constant && b.constant) return constantTerm(a.constant.plus(b.constant));
  const code = `(${a.code} + ${b.code})`;
  return sumLike(a, b, code, isPure(a) && isPure(b) ? code : `(${a.size} + ${b.size})`);
}

export function minus(a: Term, b: Term): Term {
  if (a.constant && b.constant) return constantTerm(a.constant.minus(b.constant));
  return sumLike(a, b, `(${a.code} - ${b.code})`, `(${a.size} + ${b.size})`);
}

function sumLike(a: Term, b: Term, code: string, size: string): Term {
  const whole = wholeWithin(a, b, (x, y) => x + y);
  const rounding = whole === null ? Math.max(a.rounding, b.rounding) + 1 : 0;
  return { code, size, rounding, degree: Math.max(a.degree, b.degree), whole, constant: null };
}

export function negated(a: Term): Term {
  if (a.constant) return constantTerm(a.constant.negated());
  return { ...a, code: `(-${a.code})` };
}

/** Smaller or larger of two: the error of the choice is never more than the larger of the two errors. */
export function extreme(kind: 'min' | 'max', a: Term, b: Term): Term {
  const code = `Math.${kind}(${a.code}, ${b.code})`;
  const size = isPure(a) && isPure(b) ? code : `Math.max(${a.size}, ${b.size})`;
  const whole = wholeWithin(a, b, Math.max);
  const rounding = Math.max(a.rounding, b.rounding);
  const signs = [...(a.signs ?? [a]), ...(b.signs ?? [b])];
  return { code, size, rounding, degree: Math.max(a.degree, b.degree), whole, constant: null, signs };
}

function wholeWithin(a: Term, b: Term, bound: (x: number, y: number) => number): number | null {
  if (a.whole === null || b.whole === null) return null;
  const largest = bound(a.whole, b.whole);
  return largest <= Number.MAX_SAFE_INTEGER ? largest : null;
}

function isOne(term: Term): boolean {
  return term.constant !== null && term.constant.compare(Rational.one) === 0;
}
