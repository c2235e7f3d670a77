import { type Day, yearOf } from '@forest/domain';
import type { FactValue } from '../facts/fact-set.ts';
import { cell, isOrdinary, type Row } from '../facts/row.ts';
import type { Slot } from '../tree.ts';
import { Dictionary, MISSING_TEXT } from './dictionary.ts';

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
  /** Writes every slot of a row that was laid out for these slots. */
  setRow(row: number, cells: Pick<Row, 'numbers' | 'texts'>): void;
  /**
   * Writes the slots of one year from stored facts. A value of another type than the slot's counts as missing.
   * `yearOffset` is null for standing facts.
   */
  setFacts(row: number, yearOffset: number | null, facts: Readonly<Record<string, FactValue>>): void;
  /** Makes every cell missing again, so that the next block of enterprises can be read into the same memory. */
  clear(): void;
}

/** Columns for `count` rows, everything missing. */
export function buildColumns(slots: readonly Slot[], count: number): Columns {
  const values = slots.map((s) =>
    s.kind === 'text' ? new Int32Array(count) : new Float64Array(count).fill(cell(s, null)),
  );
  const dictionaries = slots.map((s) => (s.kind === 'text' ? new Dictionary() : null));
  const odd = new Set<number>();
  const byYear = Map.groupBy(slots.keys(), (slot) => slots[slot]!.yearOffset);

  const setNumber = (row: number, slot: number, value: number) => {
    values[slot]![row] = value;
    if (!isOrdinary(slots[slot]!, value)) odd.add(row);
  };
  const setText = (row: number, slot: number, text: string | undefined) => {
    values[slot]![row] = text === undefined ? MISSING_TEXT : dictionaries[slot]!.codeOf(text);
  };

  return {
    slots,
    count,
    values,
    dictionaries,
    odd,
    setRow(row, cells) {
      for (const [slot, { kind }] of slots.entries()) {
        if (kind === 'text') setText(row, slot, cells.texts[slot]);
        else setNumber(row, slot, cells.numbers[slot]!);
      }
    },
    setFacts(row, yearOffset, facts) {
      for (const slot of byYear.get(yearOffset) ?? []) {
        const kind = slots[slot]!;
        const value = facts[kind.fact];
        if (kind.kind === 'text') setText(row, slot, typeof value === 'string' ? value : undefined);
        else setNumber(row, slot, cell(kind, value));
      }
    },
    clear() {
      for (const [slot, column] of values.entries()) {
        column.fill(dictionaries[slot] ? MISSING_TEXT : cell(slots[slot]!, null));
      }
      odd.clear();
    },
  };
}

/**
 * The row that a rule sees, for the exact evaluator.
 * @param places column of each slot of the rule, where columns are shared
 */
export function rowAt(columns: Columns, row: number, places: readonly number[], asOf: Day): Row {
  const numbers = new Float64Array(places.length);
  const texts: (string | undefined)[] = [];
  for (const [slot, place] of places.entries()) {
    const value = columns.values[place]![row]!;
    const dictionary = columns.dictionaries[place];
    if (dictionary) texts[slot] = dictionary.textOf(value);
    else numbers[slot] = value;
  }
  return { numbers, texts, asOf, asOfYear: yearOf(asOf), odd: columns.odd.has(row) };
}
