import { appendAudit } from '../../platform/audit/index.ts';
import { programContent } from '../../platform/content/index.ts';
import type { JobKind, JobRun } from '../../platform/jobs/index.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { forgetTotals } from '../list/totals.ts';
import type { ImportCounts } from '../schema/intake-rows.ts';
import { todayOf } from '../today.ts';
import { fileStore } from './deps.ts';
import { type ImportWords, importWords } from './import-words.ts';
import { FileRefused } from './readers/refusal.ts';
import { ImportStopped, runImport } from './run-import.ts';

export interface ImportJobInput {
  importId: number;
}

/** One import at a time in a district would be too strict for a province; one at a time for a file is enough. */
export const importJob: JobKind<ImportJobInput> = {
  kind: 'registry.import',
  title: { zh: '导入台账', en: 'Import a ledger' },
  oneAtATime: ({ importId }) => String(importId),
  run: async ({ importId }, run) => {
    try {
      return await importOnce(importId, run);
    } catch (error) {
      if (error instanceof ImportStopped) return { stopped: error.message };
      // An abort is a closing server, whose run another one takes up, or a cancel; the mark stands either way.
      if (!run.signal.aborted) await fail(importId, run, error);
      else if (await cancelled(run)) await markCancelled(importId, run);
      throw error;
    }
  },
};

async function importOnce(importId: number, run: JobRun): Promise<ImportCounts> {
  const { targets, gazetteer } = programWords();
  const counts = await runImport({
    database: run.database,
    importId,
    fileOf: fileStore(run.settings.dataDir).fileOf,
    targets,
    gazetteer,
    today: todayOf(run.clock),
    signal: run.signal,
    report: (progress) => run.report(progress),
    onDone: async (tx, counts) => {
      const row = await tx.selectFrom('import').select('district').where('id', '=', importId).executeTakeFirstOrThrow();
      const user = run.startedBy === null ? null : { id: run.startedBy, grants: [] };
      const subject = { kind: 'import', id: importId };
      const detail = { ...counts };
      await appendAudit(
        tx,
        { user, clock: run.clock },
        { action: 'import.finish', subject, district: row.district, detail },
      );
    },
  });
  const { district } = await run.db
    .selectFrom('import')
    .select('district')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  // Searches read the index alone, three times as fast, once the table's pages are known to be settled.
  await run.database.pool.query('vacuum (analyze, skip_locked) enterprise');
  await run.db.transaction().execute((tx) => findDuplicates(tx, { district, ids: null }));
  forgetTotals(run.db);
  return counts;
}

async function fail(importId: number, run: JobRun, error: unknown): Promise<void> {
  const text =
    error instanceof FileRefused
      ? error.text
      : {
          zh: '导入中断，已写入的内容保留。可以重新开始，从中断处继续；如再次失败请联系管理员。',
          en: 'The import broke off; what was written stays. Start again to go on, or ask the administrator.',
        };
  await run.db
    .updateTable('import')
    .set({ state: 'failed', message: JSON.stringify(text), finished_at: run.clock.now() })
    .where('id', '=', importId)
    .where('state', 'in', ['queued', 'running'])
    .execute();
}

/** Jobs can be cancelled on the page of jobs too, where nobody tells the import. */
async function cancelled(run: JobRun): Promise<boolean> {
  const row = await run.db.selectFrom('job_run').select('cancel_requested').where('id', '=', run.id).executeTakeFirst();
  return row?.cancel_requested ?? false;
}

async function markCancelled(importId: number, run: JobRun): Promise<void> {
  await run.db
    .updateTable('import')
    .set({ state: 'cancelled', finished_at: run.clock.now() })
    .where('id', '=', importId)
    .where('state', 'in', ['queued', 'running'])
    .execute();
}

let kept: ImportWords | undefined;

/** The words of the program's content, built once. */
export function programWords(): ImportWords {
  if (!kept) {
    const { library, files } = programContent();
    kept = importWords(library.dictionary.values(), files);
  }
  return kept;
}
