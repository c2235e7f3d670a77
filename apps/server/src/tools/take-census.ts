import type { OpenedPlatform } from '../app.ts';
import { startCensus } from '../ladder/index.ts';
import { todayOf } from '../registry/index.ts';
import { operator } from './open-tools.ts';
import { waitForJob } from './wait-for-job.ts';

export interface TakeCensusOptions {
  district: string;
  /** ISO date, default today. */
  asOf?: string | undefined;
  progress: (share: number) => void;
}

/** Runs a census to its end. @returns its row. */
export async function takeCensus(tools: OpenedPlatform, { district, asOf, progress }: TakeCensusOptions) {
  const { platform } = tools;
  const context = { ...platform, user: operator(district) };
  const { id, jobId } = await startCensus({ asOf: asOf ?? todayOf(platform.clock) }, context);
  await waitForJob(tools, jobId, progress);
  return platform.db
    .selectFrom('census')
    .select(['id', 'as_of as asOf', 'state', 'enterprises', 'changed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
