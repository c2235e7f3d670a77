import type { Text } from '@forest/domain';
import type { ColumnType, Generated } from 'kysely';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

type Json<T> = ColumnType<T, string, string>;

/** One run of a long job, from its request to its end; kept as history. The queue itself is pg-boss's. */
export interface JobRunTable {
  id: string;
  kind: string;
  title: Json<Text>;
  district: string | null;
  state: Generated<JobState>;
  /** 0 to 1 */
  progress: Generated<number>;
  message: ColumnType<Text | null, string | null | undefined, string | null>;
  input: Json<object>;
  checkpoint: ColumnType<object | null, never, string | null>;
  result: ColumnType<object | null, never, string | null>;
  /** For the log and the operator; people read `message`. */
  error: string | null;
  attempt: Generated<number>;
  cancel_requested: Generated<boolean>;
  started_by: string | null;
  created_at: ColumnType<Date, Date, never>;
  started_at: Date | null;
  finished_at: Date | null;
}

export interface JobTables {
  job_run: JobRunTable;
}

export const jobMigration = {
  id: '0002-jobs',
  up: `
create table job_run (
  id uuid primary key,
  kind text not null,
  title jsonb not null,
  district text,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress real not null default 0 check (progress between 0 and 1),
  message jsonb,
  input jsonb not null,
  checkpoint jsonb,
  result jsonb,
  error text,
  attempt integer not null default 0,
  cancel_requested boolean not null default false,
  started_by text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index job_run_newest on job_run (created_at desc);
create index job_run_unfinished on job_run (state) where state in ('queued', 'running');
`,
};
