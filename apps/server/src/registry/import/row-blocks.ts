import type { LedgerRow } from '@forest/intake';
import { type Cells, type RowReaderOptions, repeats, rowReader } from '@forest/intake';
import type { Ledger } from './readers/ledger.ts';

export interface RowBlock {
  rows: LedgerRow[];
  /** Share of the file that has been read. */
  position: number;
}

export interface RowBlockOptions extends RowReaderOptions {
  sheet: string | null;
  headerRow: number;
  /** Rows up to here were taken before a crash: they are only remembered, to recognise repetition. */
  after: number;
  size: number;
}

/** The rows of a ledger, read and checked, in blocks. Empty lines are no rows. */
export async function* rowBlocks(ledger: Ledger, options: RowBlockOptions): AsyncGenerator<RowBlock> {
  const { headerRow, after, size } = options;
  const read = rowReader(options);
  const file = repeats();
  let rows: LedgerRow[] = [];
  for await (const lines of ledger.read(options.sheet)) {
    for (const { rowNo, cells, position } of lines) {
      if (rowNo <= headerRow || isEmpty(cells)) continue;
      const row = read(cells, rowNo);
      const repeated = file.check(row);
      if (repeated) row.problems.push(repeated);
      if (rowNo <= after) continue;
      rows.push(row);
      if (rows.length === size) {
        yield { rows, position };
        rows = [];
      }
    }
  }
  if (rows.length > 0) yield { rows, position: 1 };
}

function isEmpty(cells: Cells): boolean {
  return cells.every((cell) => cell === null || cell.trim() === '');
}
