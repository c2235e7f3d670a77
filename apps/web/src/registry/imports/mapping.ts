import type { ImportView } from './ImportPage.tsx';

export type MappedColumn = ImportView['mapping'][number];

/** What a person may change about a column. */
export type ColumnChoice = Pick<MappedColumn, 'column' | 'target' | 'year' | 'unit'>;

export const MONEY_UNITS = ['元', '千元', '万元', '百万元', '亿元'] as const;

export function choicesOf(mapping: readonly MappedColumn[]): ColumnChoice[] {
  return mapping.map(({ column, target, year, unit }) => ({ column, target, year, unit }));
}

export function sameChoices(a: readonly ColumnChoice[], b: readonly ColumnChoice[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function withChoice(choices: readonly ColumnChoice[], change: ColumnChoice): ColumnChoice[] {
  return choices.map((choice) => (choice.column === change.column ? change : choice));
}

/** `-1 无` → the signs that stand for "no figure". */
export function signsIn(typed: string): string[] {
  return typed.split(/[\s，、]+/).filter(Boolean);
}
