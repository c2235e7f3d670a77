import type { ColumnDef } from 'hucre/xlsx';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Cell = string | number | null;

export interface SheetColumn<Row> {
  header: string;
  /** In characters. */
  width?: number;
  /** Excel's number format, e.g. `#,##0.00`. */
  format?: string;
  value: (row: Row) => Cell;
}

export interface Sheet<Row> {
  name: string;
  columns: readonly SheetColumn<Row>[];
}

/** hucre styles single cells only in workbooks that it writes whole; up to here the header is coloured. */
const STYLED_ROWS = 5_000;

const headerStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1E6B45' } },
  alignment: { vertical: 'center', wrapText: true },
} as const;

/**
 * A workbook of one sheet, header frozen. Rows are taken as the reader wants them, so memory does not grow with their
 * number. The one door to the spreadsheet library for what we write.
 */
export async function workbookStream<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  sheet: Sheet<Row>,
): Promise<ReadableStream<Uint8Array>> {
  const cells = cellsOf(rows, sheet);
  const first: Cell[][] = [];
  for (let next = await cells.next(); !next.done; next = await cells.next()) {
    first.push(next.value);
    if (first.length > STYLED_ROWS) return writeXlsxStream(joined(first, cells), streamOptions(sheet));
  }
  const bytes = await writeXlsx({ sheets: [styled(first, sheet)] });
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
}

/**
 * Text that a spreadsheet would read as a formula gets an apostrophe in front: somebody else typed it, and it will be
 * opened, copied to CSV and opened again.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

async function* cellsOf<Row>(rows: AsyncIterable<Row> | Iterable<Row>, sheet: Sheet<Row>): AsyncGenerator<Cell[]> {
  for await (const row of rows)
    yield sheet.columns.map(({ value }) => {
      const cell = value(row);
      return typeof cell === 'string' ? safeText(cell) : cell;
    });
}

async function* joined(first: Cell[][], rest: AsyncGenerator<Cell[]>): AsyncGenerator<Cell[]> {
  yield* first;
  yield* rest;
}

function columnsOf<Row>(sheet: Sheet<Row>): ColumnDef[] {
  return sheet.columns.map(({ header, width = 14, format }) => ({ header, width, ...(format && { numFmt: format }) }));
}

function streamOptions<Row>(sheet: Sheet<Row>) {
  return { name: sheet.name, columns: columnsOf(sheet), freezePane: { rows: 1 } };
}

function styled<Row>(body: Cell[][], sheet: Sheet<Row>) {
  const headers = sheet.columns.map((column) => column.header);
  return {
    name: sheet.name,
    // With rows of its own the header stands in the first of them.
    columns: columnsOf(sheet).map(({ header: _, ...column }) => column),
    rows: [headers, ...body],
    cells: new Map(headers.map((value, column) => [`0,${column}`, { value, style: headerStyle }])),
    freezePane: { rows: 1 },
    rowDefs: new Map([[0, { height: 30 }]]),
  };
}
