export type { JobKind, JobRun, JobStart, Jobs } from './job-kind.ts';
export { openJobs, prepareJobs } from './open-jobs.ts';
export { type JobRunTable, type JobState, type JobTables, jobMigration } from './tables.ts';
