import { Rational } from '@forest/domain';
import {
  type Bounded,
  combinedBound,
  constantBound,
  type ErrorBound,
  negatedBound,
  signsOfExtreme,
} from '../exact/error-bound.ts';

/** Source text of a float, of its magnitude, and what is proven about it. */
export interface Term extends Bounded<Term> {
  code: string;
  /** Source text of the magnitude; equal to `code` where nothing negative and no subtraction takes part. */
  size: string;
  constant: Rational | null;
}

/** A term that is its own magnitude, or whose magnitude is its absolute value, or one with a magnitude of its own. */
export function termOf(code: string, bound: ErrorBound, size: string): Term {
  const { rounding, degree, whole, magnitude } = bound;
  const sizes = { value: code, absolute: `Math.abs(${code})`, beside: size };
  return { code, size: sizes[magnitude], rounding, degree, whole, magnitude, constant: null };
}

/** The same number under a name, its magnitude under one of its own where it needs that. */
export function renamed(term: Term, code: string, nameSize: (size: string) => string): Term {
  const { size } = termOf(code, term, term.magnitude === 'beside' ? nameSize(term.size) : '');
  return { ...term, code, size };
}

export function isPure(term: Term): boolean {
  return term.magnitude === 'value';
}

export function constantTerm(value: Rational): Term {
  const float = value.toNumber();
  const term = termOf(float < 0 ? `(${float})` : `${float}`, constantBound(value), '');
  return { ...term, size: `${Math.abs(float)}`, constant: value };
}

export function times(a: Term, b: Term): Term {
  if (a.constant && b.constant) return constantTerm(a.constant.times(b.constant));
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  return termOf(`(${a.code} * ${b.code})`, combinedBound('multiply', a, b), `(${a.size} * ${b.size})`);
}

export function plus(a: Term, b: Term): Term {
  if (a.constant && b.constant) return constantTerm(a.constant.plus(b.constant));
  return termOf(`(${a.code} + ${b.code})`, combinedBound('add', a, b), `(${a.size} + ${b.size})`);
}

export function minus(a: Term, b: Term): Term {
  if (a.constant && b.constant) return constantTerm(a.constant.minus(b.constant));
  return termOf(`(${a.code} - ${b.code})`, combinedBound('subtract', a, b), `(${a.size} + ${b.size})`);
}

export function negated(a: Term): Term {
  if (a.constant) return constantTerm(a.constant.negated());
  return { ...a, ...negatedBound(a), code: `(-${a.code})` };
}

export function extreme(kind: 'min' | 'max', a: Term, b: Term): Term {
  const size = `Math.max(${a.size}, ${b.size})`;
  const term = termOf(`Math.${kind}(${a.code}, ${b.code})`, combinedBound(kind, a, b), size);
  return { ...term, signs: signsOfExtreme(a, b) };
}

function isOne(term: Term): boolean {
  return term.constant !== null && term.constant.compare(Rational.one) === 0;
}
