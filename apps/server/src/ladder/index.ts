import { programContent } from '../platform/content/index.ts';
import type { Context } from '../platform/context.ts';
import { provideVerdictSummary } from '../registry/index.ts';
import { judgeEnterprise } from './explain/judge-enterprise.ts';
import { ladderFileRoutes } from './files/file-routes.ts';
import { censusJob } from './jobs/census-job.ts';
import { REFRESH_CRON, refreshJob } from './jobs/refresh-job.ts';
import { migrations } from './migrations.ts';
import { router } from './routes.ts';

export { createCensus } from './census/create-census.ts';
export { type CensusRun, runCensus } from './census/run-census.ts';
export { startCensus } from './census/start-census.ts';
export type { LadderTables } from './tables.ts';
export { type Tier, tierOfRule, tiersOf } from './tiers.ts';

export const ladderContext: Context = {
  name: 'ladder',
  migrations,
  router,
  jobs: [censusJob, refreshJob],
  routes: ladderFileRoutes,
  start: async ({ jobs }) => {
    provideVerdictSummary((id, given) => judgeEnterprise({ id }, { ...given, content: programContent() }));
    await jobs.schedule(refreshJob, REFRESH_CRON, {});
  },
};
