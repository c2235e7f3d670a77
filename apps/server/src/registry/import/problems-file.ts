import type { Cells } from '@forest/intake';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Db } from '../../platform/database/index.ts';
import { openLedger } from './readers/open-ledger.ts';

interface StoredProblem {
  row_no: number;
  column_name: string | null;
  severity: 'error' | 'warning';
  message: { zh: string; en: string };
}

const PAGE = 2_000;

/**
 * The rows with a problem as they stand in the file, with the problem beside them: correct them there and import the same
 * file again. Cells are written as text, so nothing in them is ever evaluated.
 */
export function problemsFile(
  db: Db,
  about: { id: number; file: string; sheet: string | null; headerRow: number; headers: readonly string[] },
): ReadableStream<Uint8Array> {
  return writeXlsxStream(rowsOf(db, about), {
    name: '问题行',
    columns: [
      ...about.headers.map((header) => ({ header })),
      { header: '原文件行号' },
      { header: '问题与处理建议', width: 80 },
    ],
    freezePane: { rows: 1 },
  });
}

async function* rowsOf(
  db: Db,
  about: { id: number; file: string; sheet: string | null; headerRow: number; headers: readonly string[] },
): AsyncGenerator<(string | number | null)[]> {
  const problems = problemsByRow(db, about.id);
  let next = await problems.next();
  if (next.done) return;
  const ledger = await openLedger(about.file);
  for await (const block of ledger.read(about.sheet))
    for (const { rowNo, cells } of block) {
      while (!next.done && next.value.rowNo < rowNo) next = await problems.next();
      if (next.done) return;
      if (next.value.rowNo !== rowNo || rowNo <= about.headerRow) continue;
      yield [...padded(cells, about.headers.length), rowNo, next.value.text];
      next = await problems.next();
    }
}

async function* problemsByRow(db: Db, importId: number): AsyncGenerator<{ rowNo: number; text: string }> {
  let pending: { rowNo: number; texts: string[] } | null = null;
  for (let after = { row: 0, id: 0 }; ; ) {
    const page: (StoredProblem & { id: number })[] = await db
      .selectFrom('import_row_problem')
      .select(['id', 'row_no', 'column_name', 'severity', 'message'])
      .where('import_id', '=', importId)
      .where((is) => is.eb(is.refTuple('row_no', 'id'), '>', is.tuple(after.row, after.id)))
      .orderBy('row_no')
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const problem of page) {
      const word = problem.severity === 'error' ? '错误' : '提醒';
      const text = `【${word}】${problem.column_name ? `${problem.column_name}：` : ''}${problem.message.zh}`;
      if (pending && pending.rowNo !== problem.row_no) {
        yield { rowNo: pending.rowNo, text: pending.texts.join('\n') };
        pending = null;
      }
      pending ??= { rowNo: problem.row_no, texts: [] };
      pending.texts.push(text);
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last) break;
    after = { row: last.row_no, id: last.id };
  }
  if (pending) yield { rowNo: pending.rowNo, text: pending.texts.join('\n') };
}

function padded(cells: Cells, width: number): (string | null)[] {
  return Array.from({ length: width }, (_, at) => cells[at] ?? null);
}
