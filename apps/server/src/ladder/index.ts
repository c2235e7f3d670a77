import type { Context } from '../platform/context.ts';
import { ladderFileRoutes } from './files/file-routes.ts';
import { censusJob } from './jobs/census-job.ts';
import { REFRESH_CRON, refreshJob } from './jobs/refresh-job.ts';
import { migrations } from './migrations.ts';
import { router } from './routes.ts';

export { createCensus } from './census/create-census.ts';
export { type CensusRun, runCensus } from './census/run-census.ts';
export { startCensus } from './census/start-census.ts';
export type { LadderTables } from './tables.ts';
export { type Tier, tierOf, tiers } from './tiers.ts';

export const ladderContext: Context = {
  name: 'ladder',
  migrations,
  router,
  jobs: [censusJob, refreshJob],
  routes: ladderFileRoutes,
  start: ({ jobs }) => jobs.schedule(refreshJob, REFRESH_CRON, {}),
};
