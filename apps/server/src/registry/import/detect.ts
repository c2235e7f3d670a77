import {
  type Cells,
  type Column,
  findHeader,
  type HeaderBlock,
  type HeaderWords,
  headerFrom,
  headerSearchRows,
  type IsMissing,
  proposeColumns,
} from '@forest/intake';
import type { Ledger } from './readers/ledger.ts';
import { FileRefused } from './readers/refusal.ts';

/** Lines shown before the import starts, and checked there and then. */
export const previewRows = 50;

export interface Detected {
  sheet: string | null;
  /** As a spreadsheet counts; the last line of the header. */
  headerRow: number;
  columns: Column[];
  /** First lines below the header. */
  lines: { rowNo: number; cells: Cells }[];
}

/**
 * Finds header, columns and units of a ledger. Without a choice, the first sheet with a known header is taken.
 * @param choice sheet and header line that a person has pointed out.
 * @throws FileRefused when no line names a known column.
 */
export async function detect(
  ledger: Ledger,
  words: HeaderWords,
  isMissing: IsMissing,
  choice: { sheet: string | null; headerRow: number } | null = null,
): Promise<Detected> {
  const sheets = choice ? [choice.sheet] : ledger.kind === 'csv' ? [null] : ledger.sheets;
  for (const sheet of sheets) {
    const lines = await firstLines(ledger, sheet, headerSearchRows + previewRows + (choice?.headerRow ?? 0));
    const merges = await ledger.merges(sheet);
    const block = choice
      ? chosen(lines, merges, choice.headerRow, words)
      : findHeader(byIndex(lines, headerSearchRows + 5), merges, words);
    if (!block) continue;
    const below = lines.filter((line) => line.rowNo > block.last + 1).slice(0, previewRows);
    const samples = below.map((line) => line.cells);
    return { sheet, headerRow: block.last + 1, columns: proposeColumns(block, samples, isMissing), lines: below };
  }
  throw new FileRefused('noHeader');
}

/** A header of several lines is recognised again when it ends where the person says; otherwise the one line counts. */
function chosen(
  lines: readonly { rowNo: number; cells: Cells }[],
  merges: Parameters<typeof findHeader>[1],
  headerRow: number,
  words: HeaderWords,
): HeaderBlock {
  const table = byIndex(lines, headerRow);
  const found = findHeader(table, merges, words);
  if (found && found.last === headerRow - 1) return found;
  return headerFrom(table, merges, { first: headerRow - 1, last: headerRow - 1 }, words);
}

async function firstLines(ledger: Ledger, sheet: string | null, count: number) {
  const lines: { rowNo: number; cells: Cells }[] = [];
  for await (const block of ledger.read(sheet)) {
    for (const { rowNo, cells } of block) lines.push({ rowNo, cells });
    if (lines.length >= count) break;
  }
  return lines.slice(0, count);
}

/** Workbooks skip empty lines; places in the header block count every line. */
function byIndex(lines: readonly { rowNo: number; cells: Cells }[], count: number): Cells[] {
  const table: Cells[] = [];
  for (const { rowNo, cells } of lines) {
    if (rowNo > count) break;
    while (table.length < rowNo - 1) table.push([]);
    table.push(cells);
  }
  return table;
}
