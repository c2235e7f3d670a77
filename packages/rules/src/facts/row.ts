import { type Day, parseDay, plusMonths, yearOf } from '@forest/domain';
import type { RuleTree, Slot } from '../tree.ts';
import type { FactSet, FactValue } from './fact-set.ts';

/** The input cells of one enterprise, by slot of one rule. */
export interface Row {
  /** Numbers, days, and flags as 1 and 0; NaN where missing. */
  numbers: Float64Array;
  texts: (string | undefined)[];
  /** Days since 1970-01-01. */
  asOf: number;
  asOfYear: number;
  /** True when a value lies outside the range for which the float pass is proven; such rows are decided exactly. */
  odd: boolean;
}

const largest = 1e15;
const smallest = 1e-15;

/** Products of sixteen such values neither overflow nor lose digits. */
export function isOrdinary(slot: Slot, value: number): boolean {
  if (Number.isNaN(value) || value === 0) return true;
  const size = Math.abs(value);
  return size <= largest && size >= smallest && !(value < 0 && slot.nonNegative);
}

/** The cell of a slot that is not a text; a value of another type counts as missing. */
export function cell(slot: Slot, value: FactValue | undefined): number {
  if (slot.kind === 'number') return typeof value === 'number' ? value : Number.NaN;
  if (slot.kind === 'flag') return typeof value === 'boolean' ? Number(value) : Number.NaN;
  return derivedDay(slot, typeof value === 'string' ? parseDay(value) : null);
}

/** What a date slot reads from the fact's day; null is a missing day. */
export function derivedDay({ derive }: Slot, day: Day | null): number {
  if (derive.as === 'year') return day === null ? (derive.ifMissing ?? Number.NaN) : yearOf(day);
  if (day === null) return Number.NaN;
  return derive.as === 'plusMonths' ? plusMonths(day, derive.months) : day;
}

/** Lays facts (already read by `readFacts`) out for a rule. @throws RangeError when `asOf` is not a date. */
export function rowOf(tree: Pick<RuleTree, 'slots'>, facts: FactSet): Row {
  const asOf = parseDay(facts.asOf);
  if (asOf === null) throw new RangeError(`not a date (YYYY-MM-DD): ${facts.asOf}`);
  const asOfYear = yearOf(asOf);
  const { slots } = tree;
  const row: Row = { numbers: new Float64Array(slots.length), texts: [], asOf, asOfYear, odd: false };
  slots.forEach((slot, index) => {
    const from = slot.yearOffset === null ? facts.enterprise : facts.years[asOfYear - 1 + slot.yearOffset];
    const value = from?.[slot.fact];
    if (slot.kind === 'text') {
      row.texts[index] = typeof value === 'string' ? value : undefined;
      return;
    }
    const number = cell(slot, value);
    row.numbers[index] = number;
    if (!isOrdinary(slot, number)) row.odd = true;
  });
  return row;
}
