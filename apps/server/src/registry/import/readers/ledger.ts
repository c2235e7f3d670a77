import type { Cells, Merge } from '@forest/intake';

/** One line of a table file. */
export interface LedgerLine {
  /** As a spreadsheet counts: the first line of the file is 1. */
  rowNo: number;
  cells: Cells;
  /** Share of the file read so far, 0 to 1. */
  position: number;
}

/** A table file that has been looked at, ready to be read from the top as often as needed. */
export interface Ledger {
  kind: 'csv' | 'xlsx';
  encoding: string | null;
  /** Names of the sheets; empty for text files. */
  sheets: string[];
  /** Merged blocks of a sheet. */
  merges(sheet: string | null): Promise<Merge[]>;
  /** Lines from the top in blocks; ends early when the consumer stops. */
  read(sheet: string | null): AsyncIterable<LedgerLine[]>;
}
