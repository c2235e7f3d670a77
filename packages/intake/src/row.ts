import { type CreditCodeStatus, type Day, dayOf, readCreditCode } from '@forest/domain';
import { type CellReader, cellReader, type FactValue, readText } from './cell.ts';
import type { Column } from './columns.ts';
import { parseDate, parseYear } from './dates.ts';
import type { Cells } from './header-rows.ts';
import type { IsMissing } from './missing.ts';
import { implausible } from './plausibility.ts';
import { type Problem, problemOf } from './problem.ts';
import { type IdentityColumn, isIdentity, type Targets } from './target.ts';
import { tidy } from './text.ts';

export type Facts = Record<string, FactValue>;

/** One row of a ledger, read. What could not be read is in `problems` and nowhere else. */
export interface LedgerRow {
  rowNo: number;
  name: string | null;
  formerName: string | null;
  creditCode: string | null;
  codeStatus: CreditCodeStatus;
  registeredOn: string | null;
  address: string | null;
  subdistrict: string | null;
  park: string | null;
  carrier: string | null;
  industryCode: string | null;
  businessScope: string | null;
  reportYear: number | null;
  /** Standing facts under year 0, the others under their year; years without any value are absent. */
  facts: { year: number; facts: Facts }[];
  problems: Problem[];
}

export interface RowReaderOptions {
  columns: readonly Column[];
  targets: Targets;
  isMissing: IsMissing;
  /** ISO date; later registration dates are refused. */
  today: string;
}

const longest: Partial<Record<IdentityColumn, number>> = {
  name: 200,
  formerName: 200,
  address: 500,
  businessScope: 4000,
};

interface FactColumn {
  index: number;
  header: string;
  fact: string;
  /** 0 for standing facts; null when the row's own year column decides. */
  year: number | null;
  read: CellReader;
}

/** Compiles a mapping into a function from cells to a row, because it will run for every line of the file. */
export function rowReader(options: RowReaderOptions): (cells: Cells, rowNo: number) => LedgerRow {
  const { columns, targets, isMissing } = options;
  const today = dayOf(options.today);
  const identity: { index: number; header: string; id: IdentityColumn }[] = [];
  const facts: FactColumn[] = [];
  for (const column of columns) {
    const target = column.target === null ? undefined : targets.get(column.target);
    if (!target) continue;
    const place = { index: column.column, header: column.header };
    if (isIdentity(target.id)) identity.push({ ...place, id: target.id });
    else {
      const year = target.annual ? column.year : 0;
      facts.push({ ...place, fact: target.id, year, read: cellReader(target, column, today) });
    }
  }
  const headers = new Map(facts.map((column) => [column.fact, column.header]));
  const headerOf = (fact: string) => headers.get(fact) ?? null;
  const width = Math.max(...columns.map((column) => column.column + 1), 0);

  return (cells, rowNo) => {
    const row = blankRow(rowNo);
    for (const { index, header, id } of identity) {
      const raw = cells[index];
      if (!raw) continue;
      const cell = tidy(raw);
      if (!isMissing(cell)) setIdentity(row, id, cell, header, today);
    }
    if (row.creditCode === null && row.name === null)
      row.problems.push(problemOf({ code: 'name.missing', detail: '' }, { column: null, value: null }, 'error', 'row'));
    readFacts(row, cells, facts, isMissing);
    for (const year of row.facts) if (year.year !== 0) row.problems.push(...implausible(year.facts, headerOf));
    const extra = cells.length - width;
    if (extra > 0 && cells.slice(width).some((cell) => cell))
      row.problems.push(
        problemOf({ code: 'row.tooManyCells', detail: `${extra}` }, { column: null, value: null }, 'warning'),
      );
    return row;
  };
}

/** Whether the row as a whole must stay out. */
export function isRejected(row: LedgerRow): boolean {
  return row.problems.some((problem) => problem.scope === 'row' && problem.severity === 'error');
}

function blankRow(rowNo: number): LedgerRow {
  return {
    rowNo,
    name: null,
    formerName: null,
    creditCode: null,
    codeStatus: 'absent',
    registeredOn: null,
    address: null,
    subdistrict: null,
    park: null,
    carrier: null,
    industryCode: null,
    businessScope: null,
    reportYear: null,
    facts: [],
    problems: [],
  };
}

function setIdentity(row: LedgerRow, id: IdentityColumn, cell: string, column: string, today: Day): void {
  const place = { column, value: cell };
  if (id === 'creditCode') {
    const read = readCreditCode(cell);
    row.creditCode = read.code === '' ? null : read.code.slice(0, 18);
    row.codeStatus = read.status;
    if (read.status === 'malformed')
      row.problems.push(problemOf({ code: 'code.malformed', detail: '' }, place, 'warning'));
    if (read.status === 'check_fails')
      row.problems.push(problemOf({ code: 'code.checkFails', detail: read.expectedCheck ?? '' }, place, 'warning'));
    return;
  }
  if (id === 'registeredOn' || id === 'reportYear') {
    const reading = id === 'registeredOn' ? parseDate(cell, today) : parseYear(cell);
    const complaint = reading.fault ?? reading.doubt;
    if (complaint) row.problems.push(problemOf(complaint, place, reading.fault ? 'error' : 'warning'));
    if (typeof reading.value === 'string') row.registeredOn = reading.value;
    if (typeof reading.value === 'number') row.reportYear = reading.value;
    return;
  }
  const reading = readText(cell, longest[id] ?? 200);
  if (reading.doubt) row.problems.push(problemOf(reading.doubt, place, 'warning'));
  row[id] = id === 'industryCode' ? cell.slice(0, 20) : (reading.value ?? null);
}

function readFacts(row: LedgerRow, cells: Cells, columns: readonly FactColumn[], isMissing: IsMissing): void {
  let withoutYear: { header: string; cell: string } | null = null;
  for (const { index, header, fact, year: columnYear, read } of columns) {
    const raw = cells[index];
    if (!raw) continue;
    const cell = tidy(raw);
    if (isMissing(cell)) continue;
    const year = columnYear ?? row.reportYear;
    if (year === null) {
      withoutYear ??= { header, cell };
      continue;
    }
    const reading = read(cell);
    const complaint = reading.fault ?? reading.doubt;
    if (complaint)
      row.problems.push(problemOf(complaint, { column: header, value: cell }, reading.fault ? 'error' : 'warning'));
    if (reading.value !== null && reading.value !== undefined) factsOf(row, year)[fact] = reading.value;
  }
  if (withoutYear) {
    const place = { column: withoutYear.header, value: withoutYear.cell };
    row.problems.push(problemOf({ code: 'year.missing', detail: '' }, place, 'error'));
  }
}

function factsOf(row: LedgerRow, year: number): Facts {
  const found = row.facts.find((entry) => entry.year === year);
  if (found) return found.facts;
  const facts: Facts = {};
  row.facts.push({ year, facts });
  return facts;
}
