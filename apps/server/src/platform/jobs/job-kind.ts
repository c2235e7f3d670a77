import type { Text } from '@forest/domain';
import type { Clock } from '../clock.ts';
import type { Database, Db, Tx } from '../database/index.ts';

/** Something long that a context can do: import, census, export. */
export interface JobKind<Input extends object = object> {
  /** `<context>.<verb>`, e.g. `registry.import`. */
  kind: string;
  title: Text;
  /** Two runs with the same key never run at once; the second waits. Default: no limit. */
  oneAtATime?: (input: Input) => string;
  /** Called again from the start after a crash, with `attempt` one higher and the last saved checkpoint. */
  run(input: Input, run: JobRun): Promise<object | undefined>;
}

/** What a running job holds. */
export interface JobRun {
  id: string;
  startedBy: string | null;
  /** 1 the first time. */
  attempt: number;
  /** Aborted when somebody cancels or the server closes: stop at the next safe point by `signal.throwIfAborted()`. */
  signal: AbortSignal;
  /** What the run before the crash saved last; undefined the first time. */
  checkpoint: unknown;
  /** @param progress 0 to 1; written at most a few times a second. */
  report(progress: number, message?: Text): Promise<void>;
  /** Kept with the run; give the transaction that made the progress, so that both happen or neither. */
  saveCheckpoint(value: object, tx?: Tx): Promise<void>;
  db: Db;
  database: Database;
  clock: Clock;
}

export interface JobStart {
  startedBy: string | null;
  district: string | null;
  /** The job exists if and only if this transaction commits. */
  tx?: Tx;
}

export interface Jobs {
  /** @returns the run's id, for `job_run` and the progress page. */
  start<Input extends object>(kind: JobKind<Input>, input: Input, by: JobStart): Promise<string>;
  /** Asks the run to stop, wherever it runs; a queued one never starts. @returns false when it had already ended. */
  cancel(id: string): Promise<boolean>;
  close(): Promise<void>;
}
