import { parseDay, plusMonths, yearOf } from '@forest/domain';
import type { Slot } from '../tree.ts';
import { Dictionary, MISSING_TEXT } from './dictionary.ts';

/** One value of a row by slot: number, flag (1/0) or day, NaN where missing; text or undefined. */
export type CellValue = number | string | undefined;

export type Column = Float64Array | Int32Array;

/**
 * Facts of many enterprises, one typed array for each slot. Texts are kept as codes of a dictionary.
 * A row that holds a value outside the range for which the fast loop's error bound is proven, or a negative one where
 * the dictionary of facts promises none, is listed as odd; executions decide odd rows exactly.
 */
export interface Columns {
  readonly slots: readonly Slot[];
  readonly count: number;
  readonly values: readonly Column[];
  readonly dictionaries: readonly (Dictionary | null)[];
  readonly odd: ReadonlySet<number>;
  /** Writes every slot of a row. */
  setRow(row: number, values: readonly CellValue[]): void;
  /**
   * Writes the slots of one year from stored facts: JSON numbers, booleans, ISO dates, texts. Values of another type
   * count as missing. `yearOffset` is null for standing facts.
   */
  setFacts(row: number, yearOffset: number | null, facts: Readonly<Record<string, unknown>>): void;
  getRow(row: number): CellValue[];
  /** Makes every cell missing again, so that the next block of enterprises can be read into the same memory. */
  clear(): void;
}

/** Columns for `count` rows, everything missing. */
export function buildColumns(slots: readonly Slot[], count: number): Columns {
  const values = slots.map((s) =>
    s.kind === 'text' ? new Int32Array(count) : new Float64Array(count).fill(missingCell(s)),
  );
  const dictionaries = slots.map((s) => (s.kind === 'text' ? new Dictionary() : null));
  const odd = new Set<number>();
  const byYear = Map.groupBy(slots.keys(), (slot) => slots[slot]!.yearOffset);

  const set = (row: number, slot: number, value: CellValue) => {
    const dictionary = dictionaries[slot];
    if (dictionary) {
      values[slot]![row] = typeof value === 'string' ? dictionary.codeOf(value) : MISSING_TEXT;
      return;
    }
    const number = typeof value === 'number' ? value : Number.NaN;
    values[slot]![row] = number;
    if (!isOrdinary(slots[slot]!, number)) odd.add(row);
  };

  return {
    slots,
    count,
    values,
    dictionaries,
    odd,
    setRow(row, cells) {
      for (let slot = 0; slot < slots.length; slot++) set(row, slot, cells[slot]);
    },
    setFacts(row, yearOffset, facts) {
      for (const slot of byYear.get(yearOffset) ?? []) set(row, slot, cellOf(slots[slot]!, facts[slots[slot]!.fact]));
    },
    getRow: (row) =>
      slots.map((_, slot) => {
        const dictionary = dictionaries[slot];
        return dictionary ? dictionary.textOf(values[slot]![row]!) : values[slot]![row];
      }),
    clear() {
      for (const [slot, column] of values.entries()) {
        column.fill(dictionaries[slot] ? MISSING_TEXT : missingCell(slots[slot]!));
      }
      odd.clear();
    },
  };
}

/** What a numeric slot holds where nothing is known. */
function missingCell(slot: Slot): number {
  return slot.derive.as === 'year' ? (slot.derive.ifMissing ?? Number.NaN) : Number.NaN;
}

/** The cell of a slot for a stored fact. */
export function cellOf(slot: Slot, fact: unknown): CellValue {
  if (slot.kind === 'text') return typeof fact === 'string' ? fact : undefined;
  if (slot.kind === 'flag') return typeof fact === 'boolean' ? Number(fact) : Number.NaN;
  if (slot.kind === 'number') return typeof fact === 'number' ? fact : Number.NaN;
  const day = typeof fact === 'string' ? parseDay(fact) : null;
  if (day === null) return missingCell(slot);
  if (slot.derive.as === 'year') return yearOf(day);
  return slot.derive.as === 'plusMonths' ? plusMonths(day, slot.derive.months) : day;
}

/** Range of number slots for which products of at most `LARGEST_DEGREE` factors neither overflow nor lose digits. */
const LARGEST = 1e15;
const SMALLEST = 1e-15;
export const LARGEST_DEGREE = 16;
/** Days since 1970-01-01 of four-digit years, either way. */
export const LARGEST_DAY = 4e6;

function isOrdinary(slot: Slot, value: number): boolean {
  if (value === 0 || Number.isNaN(value)) return true;
  if (slot.kind === 'date') return Number.isInteger(value) && Math.abs(value) <= LARGEST_DAY;
  if (slot.nonNegative && value < 0) return false;
  const size = Math.abs(value);
  return size <= LARGEST && size >= SMALLEST;
}
