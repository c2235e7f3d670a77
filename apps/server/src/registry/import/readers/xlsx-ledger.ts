import { readFile, stat } from 'node:fs/promises';
import type { Cell, Merge } from '@forest/intake';
import { HucreError } from 'hucre';
import { streamXlsxRows } from 'hucre/xlsx';
import type { Ledger, LedgerLine } from './ledger.ts';
import { FileRefused } from './refusal.ts';
import { sheetsOf, type WorkbookSheet } from './workbook-sheets.ts';
import { guardWorkbook, measureSheet, type SheetExtent } from './xlsx-guard.ts';

const BLOCK = 500;
/** The archive itself is held in memory while it is read; a million rows of ten columns pack into less. */
const largestArchive = 200 * 1024 * 1024;

/** A workbook; the library that reads it is known to this file alone. */
export async function openXlsx(file: string): Promise<Ledger> {
  const { size } = await stat(file);
  if (size > largestArchive) throw new FileRefused('tooLarge', '200 MB');
  const entries = await guardWorkbook(file);
  const sheets = await sheetsOf(file, entries);
  if (sheets.length === 0) throw new FileRefused('broken', 'workbook.xml');
  const extents = new Map<string, SheetExtent>();
  const measured = async (sheet: WorkbookSheet) => {
    const extent = extents.get(sheet.name) ?? (await measureSheet(file, sheet.entry));
    extents.set(sheet.name, extent);
    return extent;
  };
  const find = (name: string | null) => {
    const sheet = name === null ? sheets[0] : sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new FileRefused('noSheet', name ?? '');
    return sheet;
  };
  return {
    kind: 'xlsx',
    encoding: null,
    sheets: sheets.map((sheet) => sheet.name),
    merges: async (name) => (await measured(find(name))).merges,
    read: (name) => readSheet(file, find(name), measured),
  };
}

async function* readSheet(
  file: string,
  sheet: WorkbookSheet,
  measured: (sheet: WorkbookSheet) => Promise<SheetExtent>,
): AsyncGenerator<LedgerLine[]> {
  const { rows, merges } = await measured(sheet);
  const fill = fillDown(merges);
  let block: LedgerLine[] = [];
  try {
    for await (const row of streamXlsxRows(await readFile(file), { sheet: sheet.name })) {
      const cells = fill(row.index, row.values.map(textOf));
      block.push({ rowNo: row.index + 1, cells, position: Math.min(1, (row.index + 1) / Math.max(rows, 1)) });
      if (block.length === BLOCK) {
        yield block;
        block = [];
      }
    }
  } catch (cause) {
    if (cause instanceof HucreError) throw new FileRefused('broken', cause.message.slice(0, 80));
    throw cause;
  }
  if (block.length > 0) yield block;
}

/** Every cell as the text that a person would see; dates as ISO, because a format is no part of a value. */
function textOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

/** Blocks merged downwards (one enterprise over several lines) lend their value to every line they cover. */
function fillDown(merges: readonly Merge[]): (index: number, cells: Cell[]) => Cell[] {
  const tall = merges.filter((merge) => merge.bottom > merge.top).sort((a, b) => a.top - b.top);
  if (tall.length === 0) return (_index, cells) => cells;
  let next = 0;
  let open: { merge: Merge; value: Cell }[] = [];
  return (index, cells) => {
    open = open.filter(({ merge }) => merge.bottom >= index);
    for (const { merge, value } of open) {
      while (cells.length <= merge.left) cells.push(null);
      cells[merge.left] ??= value;
    }
    for (; next < tall.length && tall[next]!.top <= index; next++) {
      const merge = tall[next]!;
      if (merge.top === index) open.push({ merge, value: cells[merge.left] ?? null });
    }
    return cells;
  };
}
