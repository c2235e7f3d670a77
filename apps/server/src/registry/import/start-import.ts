import { mappingFaults } from '@forest/intake';
import { appendAudit } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { conflict, Fault } from '../../platform/fault.ts';
import { faultTexts } from './configure-import.ts';
import type { ImportCase } from './deps.ts';
import { getImportRow } from './find-import.ts';
import { importJob } from './import-job.ts';

/** Hands a previewed import to the job queue; one that was cancelled or failed goes on where it stopped. */
export async function startImport(input: { id: number }, ctx: ImportCase): Promise<{ jobId: string }> {
  const { db, user, clock, jobs, words } = ctx;
  return db.transaction().execute(async (tx) => {
    const row = await getImportRow(tx, input.id, user, true);
    if (!['previewed', 'cancelled', 'failed'].includes(row.state) && !(await isOrphan(tx, row)))
      throw conflict({
        zh: '这个文件已经在导入或已导入完成。',
        en: 'This file is being imported or has been already.',
      });
    const [fault] = mappingFaults(
      row.mapping.map((column) => ({ ...column, unitAssumed: false })),
      words.targets,
    );
    if (fault) throw new Fault('invalid', faultTexts[fault.kind]);
    const { district } = row;
    await tx.updateTable('import').set({ state: 'queued', message: null }).where('id', '=', row.id).execute();
    const jobId = await jobs.start(importJob, { importId: row.id }, { startedBy: user.id, district, tx });
    await tx.updateTable('import').set({ job_id: jobId }).where('id', '=', row.id).execute();
    await appendAudit(
      tx,
      { user, clock },
      { action: 'import.start', subject: { kind: 'import', id: row.id }, district },
    );
    return { jobId };
  });
}

/** Its job was cancelled before it ever ran, so nobody is working on it. */
async function isOrphan(tx: Tx, { state, job_id }: { state: string; job_id: string | null }): Promise<boolean> {
  if (job_id === null || (state !== 'queued' && state !== 'running')) return false;
  const run = await tx.selectFrom('job_run').select('state').where('id', '=', job_id).executeTakeFirst();
  return run !== undefined && run.state !== 'queued' && run.state !== 'running';
}
