import type { Context } from '../platform/context.ts';
import { duplicatesJob } from './duplicates/duplicates-job.ts';
import { exportFileRoutes } from './export/file-routes.ts';
import { figuresJob } from './facts/figures-job.ts';
import { importFileRoutes, importJob } from './import/index.ts';
import { migrations } from './migrations.ts';
import { router } from './routes.ts';
import { start } from './start.ts';

export { DistrictInUse, type LoadDemoOptions, loadDemo } from './demo/load-demo.ts';
export { removeDemo } from './demo/remove-demo.ts';
export {
  provideVerdictSummary,
  type VerdictLine,
  type VerdictSummary,
} from './dossier/document/verdict-summary.ts';
export { searchWord } from './enterprise/identity.ts';
export { exportEnterprises } from './export/export-enterprises.ts';
export { recordManyStatements } from './facts/record-many.ts';
export { recordStatements } from './facts/record-statements.ts';
export type { NewStatement, RecordOutcome, ResolveOptions } from './facts/statement.ts';
export type { DerivedFact } from './factsets/derive.ts';
export { type BlockQuestion, findFactSet, readFactBlocks } from './factsets/index.ts';
export { type EnterpriseFacts, type FactQuestion, type FactSet, readFacts } from './factsets/read.ts';
export { heldOn, type QualificationStatus, statusOn } from './factsets/validity.ts';
export { programWords, receiveImport, startImport } from './import/index.ts';
export { seedOrganisation } from './organisation/seed.ts';
export type { RegistryTables, StoredFacts } from './tables.ts';
export { todayOf } from './today.ts';
export { programVocabulary } from './vocabulary/program-vocabulary.ts';
export { type WorkbenchCounts, workbenchCounts } from './workbench/counts.ts';

export const registryContext: Context = {
  name: 'registry',
  migrations,
  router,
  jobs: [importJob, duplicatesJob, figuresJob],
  routes: async (app, platform) => {
    await importFileRoutes(app, platform);
    await exportFileRoutes(app, platform);
  },
  start,
};
