import { appendAudit } from '../../platform/audit/index.ts';
import type { ImportCase } from './deps.ts';
import { getImportRow } from './find-import.ts';

/**
 * Stops an import at the end of the block it is in. What was written stays: every row names its import, and importing the
 * file again changes nothing twice. @returns `ok: false` when it had ended already.
 */
export async function cancelImport(input: { id: number }, ctx: ImportCase): Promise<{ ok: boolean }> {
  const { db, user, clock, jobs } = ctx;
  const jobId = await db.transaction().execute(async (tx) => {
    const row = await getImportRow(tx, input.id, user, true);
    if (['done', 'failed', 'cancelled'].includes(row.state)) return null;
    const message = {
      zh: `已取消。取消前已导入 ${row.counts.rows} 行，已写入的内容保留；可以重新开始，从中断处继续。`,
      en: `Cancelled after ${row.counts.rows} rows, which stay. Start again to go on from there.`,
    };
    await tx
      .updateTable('import')
      .set({ state: 'cancelled', message: JSON.stringify(message), finished_at: clock.now() })
      .where('id', '=', row.id)
      .execute();
    const { district } = row;
    await appendAudit(
      tx,
      { user, clock },
      { action: 'import.cancel', subject: { kind: 'import', id: row.id }, district },
    );
    return row.job_id ?? '';
  });
  if (jobId) await jobs.cancel(jobId);
  return { ok: jobId !== null };
}
