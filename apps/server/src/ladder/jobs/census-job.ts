import { programContent } from '../../platform/content/index.ts';
import type { JobKind, JobRun } from '../../platform/jobs/index.ts';
import { ServerClosing } from '../../platform/jobs/run-job.ts';
import { CensusStopped } from '../census/progress.ts';
import { runCensus } from '../census/run-census.ts';

export interface CensusJobInput {
  census: number;
  district: string;
}

/** A census that somebody asked for. One of a district runs at a time; a killed one goes on where it stood. */
export const censusJob: JobKind<CensusJobInput> = {
  kind: 'ladder.census',
  title: { zh: '普查', en: 'Census' },
  oneAtATime: ({ district }) => district,
  run: async ({ census }, run) => judgeDistrict(census, run),
};

/** @returns what is kept of the run; a cancelled census ends quietly. */
export async function judgeDistrict(census: number, run: JobRun): Promise<{ census: number }> {
  try {
    await runCensus(census, {
      database: run.database,
      content: programContent(),
      signal: run.signal,
      report: (progress) => run.report(progress),
    });
  } catch (error) {
    // A closing server leaves it running: another one takes it up.
    if (run.signal.reason instanceof ServerClosing) throw error;
    if (error instanceof CensusStopped) return { census };
    await endCensus(census, run.signal.aborted ? 'cancelled' : 'failed', run);
    throw error;
  }
  return { census };
}

async function endCensus(census: number, state: 'cancelled' | 'failed', { db, clock }: JobRun): Promise<void> {
  await db
    .updateTable('census')
    .set({ state, finished_at: clock.now() })
    .where('id', '=', census)
    .where('state', '=', 'running')
    .execute();
}
