import { Rational } from '@forest/domain';
import { undefinedBound } from '../exact/error-bound.ts';
import { constantTerm, extreme, isPure, minus, negated, plus, type Term, termOf, times } from './term.ts';

/**
 * A number as numerator over a denominator that is never negative, so that comparisons multiply across instead of
 * dividing: whole numbers of people and money stay exact, and a float division is saved.
 */
export interface Fraction {
  num: Term;
  den: Term;
  /** Divisors on the way. One that is zero leaves the number undefined, whatever the rest says. */
  divisors: Term[];
  /** Source text of conditions under which a choice made on the way cannot be trusted. */
  uncertain: string[];
}

const ONE = constantTerm(Rational.one);

export function constantFraction(value: Rational): Fraction {
  return {
    num: constantTerm(Rational.of(value.n)),
    den: constantTerm(Rational.of(value.d)),
    divisors: [],
    uncertain: [],
  };
}

export function whole(num: Term): Fraction {
  return { num, den: ONE, divisors: [], uncertain: [] };
}

/** Keeps long source text out of further products: it is defined once under a name. */
export type Name = (term: Term) => Term;

export function combine(
  kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max',
  left: Fraction,
  right: Fraction,
  name: Name,
): Fraction {
  const divisors = [...left.divisors, ...right.divisors];
  const uncertain = [...left.uncertain, ...right.uncertain];
  if (kind === 'multiply') {
    return { num: name(times(left.num, right.num)), den: name(times(left.den, right.den)), divisors, uncertain };
  }
  if (kind === 'divide') {
    const num = name(times(left.num, right.den));
    const by = name(right.num);
    const den = name(times(left.den, absolute(by)));
    if (by.constant?.sign() === 0) return whole(UNDEFINED);
    if (by.constant) return { num: by.constant.sign() < 0 ? negated(num) : num, den, divisors, uncertain };
    return { num: isPure(by) ? num : name(withSignOf(num, by)), den, divisors: [...divisors, by], uncertain };
  }
  const [a, b, den] = overOneDenominator(left, right, name);
  const num = kind === 'add' ? plus(a, b) : kind === 'subtract' ? minus(a, b) : extreme(kind, a, b);
  return { num: name(num), den, divisors, uncertain };
}

export function overOneDenominator(left: Fraction, right: Fraction, name: Name): [Term, Term, Term] {
  if (left.den.code === right.den.code) return [left.num, right.num, left.den];
  if (left.den.constant && right.den.constant) {
    const common = leastCommonMultiple(left.den.constant.n, right.den.constant.n);
    const upTo = (f: Fraction) => times(constantTerm(Rational.of(common / f.den.constant!.n)), f.num);
    return [name(upTo(left)), name(upTo(right)), constantTerm(Rational.of(common))];
  }
  return [name(times(right.den, left.num)), name(times(left.den, right.num)), name(times(left.den, right.den))];
}

/** All over the least common denominator where every denominator is a constant, so that one of them can be chosen. */
export function overConstantDenominator(fractions: Fraction[], name: Name): Fraction[] {
  if (!fractions.every((f) => f.den.constant)) return fractions;
  const common = fractions.reduce((d, f) => leastCommonMultiple(d, f.den.constant!.n), 1n);
  const den = constantTerm(Rational.of(common));
  return fractions.map((f) => {
    const factor = constantTerm(Rational.of(common / f.den.constant!.n));
    return { ...f, num: name(times(factor, f.num)), den };
  });
}

export const UNDEFINED: Term = termOf('NaN', undefinedBound, 'NaN');

function absolute(term: Term): Term {
  if (term.constant) return term.constant.sign() < 0 ? constantTerm(term.constant.negated()) : term;
  if (isPure(term)) return term;
  const code = `Math.abs(${term.code})`;
  return term.magnitude === 'beside' ? { ...term, code } : { ...term, code, size: code, magnitude: 'value' };
}

function withSignOf(term: Term, by: Term): Term {
  const magnitude = term.magnitude === 'value' ? 'absolute' : term.magnitude;
  return { ...term, code: `(${term.code} * Math.sign(${by.code}))`, magnitude, constant: null };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y) [x, y] = [y, x % y];
  return (a / x) * b;
}
