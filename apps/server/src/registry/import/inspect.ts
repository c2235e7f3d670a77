import { type Column, type IsMissing, type RowProblem, repeats, rowReader } from '@forest/intake';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { ImportColumn } from '../schema/intake-rows.ts';
import { todayOf } from '../today.ts';
import { type Detected, detect } from './detect.ts';
import type { ImportWords } from './import-words.ts';
import type { Ledger } from './readers/ledger.ts';

const shown = 20;
const samplesKept = 3;

/** What a person has decided about a file, over what was detected. */
export interface Decision {
  sheet: string | null;
  headerRow: number;
  columns: readonly { column: number; target: string | null; year: number | null; unit: string | null }[];
}

/** Looks at the head of a file and checks the first rows, as they would be read with these columns. */
export async function inspect(
  ledger: Ledger,
  words: ImportWords,
  isMissing: IsMissing,
  clock: Clock,
  decision: Decision | null,
) {
  const detected = await detect(ledger, words.headers, isMissing, decision);
  const columns = decision === null ? detected.columns : decided(detected.columns, decision);
  const problems = problemsOf(detected, columns, words, isMissing, clock);
  const format = {
    kind: ledger.kind,
    encoding: ledger.encoding,
    sheet: detected.sheet,
    headerRow: detected.headerRow,
    sheets: ledger.sheets,
  };
  return {
    columns,
    stored: {
      format: JSON.stringify(format),
      mapping: JSON.stringify(columns.map((column) => withSamples(column, detected))),
      preview: JSON.stringify(
        detected.lines.slice(0, shown).map(({ rowNo, cells }) => ({ rowNo, cells: cells.map(short) })),
      ),
    },
    /** Problems of the rows that were looked at; the import itself finds them again for all rows. */
    saveProblems: async (tx: Tx, importId: number, district: string) => {
      await tx.deleteFrom('import_row_problem').where('import_id', '=', importId).execute();
      if (problems.length === 0) return;
      await tx
        .insertInto('import_row_problem')
        .values(
          problems.map((problem) => ({
            ...{ import_id: importId, district, row_no: problem.rowNo, column_name: problem.column },
            ...{ value: short(problem.value), code: problem.code, severity: problem.severity },
            message: JSON.stringify(problem.message),
          })),
        )
        .execute();
    },
  };
}

function problemsOf(
  detected: Detected,
  columns: readonly Column[],
  words: ImportWords,
  isMissing: IsMissing,
  clock: Clock,
): RowProblem[] {
  const read = rowReader({ columns, targets: words.targets, isMissing, today: todayOf(clock) });
  const file = repeats();
  return detected.lines.flatMap(({ rowNo, cells }) => {
    if (cells.every((cell) => !cell)) return [];
    const row = read(cells, rowNo);
    const repeated = file.check(row);
    return [...row.problems, ...(repeated ? [repeated] : [])].map((problem) => ({ ...problem, rowNo }));
  });
}

function decided(columns: readonly Column[], decision: Decision): Column[] {
  const by = new Map(decision.columns.map((column) => [column.column, column]));
  return columns.map((column) => {
    const choice = by.get(column.column);
    if (!choice) return column;
    const { target, year, unit } = choice;
    return { ...column, target, year, unit, unitAssumed: column.unitAssumed && unit === column.unit };
  });
}

function withSamples(column: Column, detected: Detected): ImportColumn & { unitAssumed: boolean } {
  const cells = detected.lines.flatMap((line) => line.cells[column.column] ?? []);
  return { ...column, samples: [...new Set(cells)].slice(0, samplesKept).map((cell) => cell.slice(0, 60)) };
}

function short<T extends string | null>(cell: T): T | string {
  return cell !== null && cell.length > 200 ? `${cell.slice(0, 199)}…` : cell;
}
