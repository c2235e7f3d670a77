import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenedPlatform } from '../app.ts';
import { StartupFault } from '../platform/startup-fault.ts';

const EVERY_MS = 100;

/**
 * Waits for a job, taking it up here unless a running server does so first.
 * @returns what the run kept. @throws StartupFault with the run's own message when it failed or was cancelled.
 */
export async function waitForJob(
  { platform, work }: OpenedPlatform,
  id: string,
  progress: (share: number) => void,
): Promise<object> {
  await work();
  for (;;) {
    const run = await platform.db
      .selectFrom('job_run')
      .select(['state', 'progress', 'message', 'result'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    progress(run.state === 'done' ? 1 : run.progress);
    if (run.state === 'done') return run.result ?? {};
    if (run.state === 'failed' || run.state === 'cancelled')
      throw new StartupFault(run.message ?? { zh: '任务没有完成。', en: 'The job did not finish.' });
    await sleep(EVERY_MS);
  }
}
