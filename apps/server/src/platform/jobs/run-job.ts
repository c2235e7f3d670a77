import type { Text } from '@forest/domain';
import { sql } from 'kysely';
import { Fault } from '../fault.ts';
import { forLog } from '../for-log.ts';
import type { Platform } from '../platform.ts';
import type { JobKind, JobRun } from './job-kind.ts';

/** Why a run was stopped that nobody cancelled: another server takes it up. */
export class ServerClosing extends Error {}

const REPORT_EVERY_MS = 250;

/**
 * One attempt at a run. Ends it as done, failed or cancelled; throws only when it should be tried again.
 */
export async function runJob(
  lent: Omit<Platform, 'jobs' | 'viewerOf' | 'signIn'>,
  kind: JobKind,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const { db, clock, log } = lent;
  const row = await db
    .updateTable('job_run')
    .set((is) => ({
      state: 'running',
      attempt: sql<number>`${is.ref('attempt')} + 1`,
      started_at: sql<Date>`coalesce(started_at, ${clock.now()})`,
    }))
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .where('cancel_requested', '=', false)
    .returning(['attempt', 'checkpoint', 'input', 'started_by'])
    .executeTakeFirst();
  if (!row) return finish('cancelled', { error: null });

  let reported = 0;
  const run: JobRun = {
    ...lent,
    id,
    startedBy: row.started_by,
    attempt: row.attempt,
    signal,
    checkpoint: row.checkpoint,
    report: async (progress, message) => {
      const now = performance.now();
      if (now - reported < REPORT_EVERY_MS && progress < 1) return;
      reported = now;
      const bounded = Math.min(1, Math.max(0, progress));
      await db
        .updateTable('job_run')
        .set({ progress: bounded, ...(message && { message: JSON.stringify(message) }) })
        .where('id', '=', id)
        .execute();
    },
    saveCheckpoint: async (value, tx) => {
      await (tx ?? db)
        .updateTable('job_run')
        .set({ checkpoint: JSON.stringify(value) })
        .where('id', '=', id)
        .execute();
    },
  };

  try {
    const result = await kind.run(row.input, run);
    await finish('done', { progress: 1, result: JSON.stringify(result ?? null) });
  } catch (error) {
    if (signal.reason instanceof ServerClosing) {
      await db
        .updateTable('job_run')
        .set({ state: 'queued' })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .execute();
      throw signal.reason;
    }
    if (signal.aborted) return finish('cancelled', { error: null });
    log.error({ job: id, kind: kind.kind, err: forLog(error) }, 'job failed');
    await finish('failed', {
      error: error instanceof Error ? error.message : String(error),
      message: JSON.stringify(textOf(error, id)),
    });
  }

  async function finish(
    state: 'done' | 'failed' | 'cancelled',
    more: { progress?: number; result?: string; error?: string | null; message?: string },
  ): Promise<void> {
    await db
      .updateTable('job_run')
      .set({ ...more, state, finished_at: clock.now() })
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'running'])
      .execute();
  }
}

function textOf(error: unknown, id: string): Text {
  if (error instanceof Fault) return error.text;
  return { zh: `任务出错，编号 ${id}。请联系管理员。`, en: `The job failed, number ${id}. Ask the administrator.` };
}
