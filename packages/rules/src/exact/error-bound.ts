import { Rational } from '@forest/domain';
import type { Slot } from '../tree.ts';

/**
 * What is proven about a float, with u = 2⁻⁵³ and its magnitude the same computation over absolute values (a quotient
 * a ÷ b has the magnitude of a over |b| times that of b over |b|): |float − exact| ≤ rounding · u · magnitude.
 * Whoever computes floats, function or source text, carries one of these beside every number.
 */
export interface ErrorBound {
  rounding: number;
  /** Number of factors; beyond `largestDegree` overflow is not excluded and nothing is proven. */
  degree: number;
  /** Largest absolute value of a whole number that is computed without rounding; null for everything else. */
  whole: number | null;
  /**
   * `value`: never negative and nothing cancels, so that the number is its own magnitude. `absolute`: its absolute
   * value is. `beside`: something may have cancelled, the magnitude has to be computed beside it.
   */
  magnitude: 'value' | 'absolute' | 'beside';
}

/** A number whose sign may be better known from the numbers that it is made of than from its own error. */
export interface Bounded<Self> extends ErrorBound {
  /** Numbers whose signs together decide this one's, such as the parts of max(x, 0); itself where absent. */
  signs?: readonly Self[];
}

export type Operation = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max';

export const largestDegree = 16;

/** Days since 1970-01-01 of four-digit years, either way. */
const largestDay = 4e6;

export const dayBound: ErrorBound = { rounding: 0, degree: 1, whole: largestDay, magnitude: 'absolute' };

export const undefinedBound: ErrorBound = { rounding: 0, degree: 0, whole: null, magnitude: 'value' };

/** Facts lie within 1e±15 and keep the dictionary's promise about their sign, or the row is odd (see facts/row.ts). */
export function slotBound(slot: Slot): ErrorBound {
  if (slot.kind === 'date') return dayBound;
  return { rounding: 1, degree: 1, whole: null, magnitude: slot.nonNegative ? 'value' : 'absolute' };
}

export function constantBound(value: Rational): ErrorBound {
  const float = value.toNumber();
  const whole = Number.isSafeInteger(float) && value.d === 1n;
  const ordinary = float === 0 || (Math.abs(float) <= 1e15 && Math.abs(float) >= 1e-15);
  return {
    rounding: whole ? 0 : 1,
    degree: ordinary ? 1 : largestDegree + 1,
    whole: whole ? Math.abs(float) : null,
    magnitude: value.sign() < 0 ? 'absolute' : 'value',
  };
}

export function negatedBound(of: ErrorBound): ErrorBound {
  const { rounding, degree, whole, magnitude } = of;
  return { rounding, degree, whole, magnitude: magnitude === 'value' ? 'absolute' : magnitude };
}

/** One of several numbers, whichever is chosen. */
export function chosenBound(of: readonly ErrorBound[]): ErrorBound {
  return {
    rounding: Math.max(...of.map((one) => one.rounding)),
    degree: Math.max(...of.map((one) => one.degree)),
    whole: of.every((one) => one.whole !== null) ? Math.max(...of.map((one) => one.whole!)) : null,
    magnitude: widest(of),
  };
}

export function combinedBound(operation: Operation, a: ErrorBound, b: ErrorBound): ErrorBound {
  const larger = Math.max(a.rounding, b.rounding);
  const degree = Math.max(a.degree, b.degree);
  const magnitude = widest([a, b]);
  switch (operation) {
    case 'add':
    case 'subtract': {
      const whole = wholeWithin(a, b, (x, y) => x + y);
      const rounding = whole === null ? larger + 1 : 0;
      return { rounding, degree, whole, magnitude: gathered(magnitude, whole, operation === 'add') };
    }
    case 'min':
    case 'max': {
      // The error of the choice is never more than the larger of the two, whose magnitude may be that of the other side.
      const whole = wholeWithin(a, b, Math.max);
      return { rounding: larger, degree, whole, magnitude: gathered(magnitude, whole, true) };
    }
    case 'multiply': {
      const whole = wholeWithin(a, b, (x, y) => x * y);
      const rounding = whole === null ? a.rounding + b.rounding + 1 : 0;
      return { rounding, degree: a.degree + b.degree, whole, magnitude };
    }
    case 'divide':
      // A divisor of certain sign is at most half or twice what it should be, which at most doubles what it passes on.
      return {
        rounding: 2 * (a.rounding + b.rounding) + 3,
        degree: a.degree + 2 * b.degree,
        whole: null,
        magnitude,
      };
  }
}

function widest(of: readonly ErrorBound[]): ErrorBound['magnitude'] {
  if (of.some((one) => one.magnitude === 'beside')) return 'beside';
  return of.every((one) => one.magnitude === 'value') ? 'value' : 'absolute';
}

/** Whole numbers have no error that a magnitude would have to measure; everything else may cancel unless it only grows. */
function gathered(parts: ErrorBound['magnitude'], whole: number | null, grows: boolean): ErrorBound['magnitude'] {
  if (grows && parts === 'value') return 'value';
  return whole === null ? 'beside' : 'absolute';
}

function wholeWithin(a: ErrorBound, b: ErrorBound, bound: (x: number, y: number) => number): number | null {
  if (a.whole === null || b.whole === null) return null;
  const largest = bound(a.whole, b.whole);
  return largest <= Number.MAX_SAFE_INTEGER ? largest : null;
}

/** Numbers whose signs decide the sign of the smaller or larger of two. */
export function signsOfExtreme<Self extends Bounded<Self>>(a: Self, b: Self): readonly Self[] {
  return [...(a.signs ?? [a]), ...(b.signs ?? [b])];
}

/**
 * Numbers on which a divisor's sign, or its being zero, depends and of which floats cannot always say it. Where none of
 * them lies within its band the divisor's sign is certain: cancellation is the only way to lose a sign.
 */
export function doubtfulSigns<Self extends Bounded<Self>>(divisor: Self): Self[] {
  return (divisor.signs ?? [divisor]).filter((one) => one.magnitude === 'beside');
}

/**
 * Half-width, in units of the magnitude, of the band in which floats do not decide: twice what is proven, with room for
 * the rounding of the magnitude itself.
 */
export function bandWidth(rounding: number): number {
  return (rounding + 2) * 2 ** -52;
}

/** Whether the double, as the decimal that it prints as, is the constant itself. */
export function isPrinted(constant: Rational): boolean {
  const float = constant.toNumber();
  return Number.isFinite(float) && Rational.of(float).compare(constant) === 0;
}
