export type { JobKind, JobRun, JobStart, Jobs } from './job-kind.ts';
