import type { Text } from '@forest/domain';
import type { Tx } from '../database/index.ts';
import type { Platform } from '../platform.ts';

/** Something long that a context can do: import, census, export. */
export interface JobKind<Input extends object = object> {
  /** `<context>.<verb>`, e.g. `registry.import`. */
  kind: string;
  title: Text;
  /** Two runs with the same key never run at once; the second waits. Default: no limit. */
  oneAtATime?(input: Input): string;
  /**
   * Called again from the start after a crash, with `attempt` one higher and the last saved checkpoint. What it throws
   * ends the run as failed: only crashes are tried again.
   * @returns what is kept as the run's result.
   */
  run(input: Input, run: JobRun): Promise<object | undefined>;
}

/** What a running job holds. */
export interface JobRun extends Omit<Platform, 'jobs' | 'viewerOf' | 'signIn'> {
  id: string;
  startedBy: string | null;
  /** 1 the first time. */
  attempt: number;
  /** Aborted when somebody cancels or the server closes: stop at the next safe point by `signal.throwIfAborted()`. */
  signal: AbortSignal;
  /** What the run before the crash saved last; null the first time. */
  checkpoint: object | null;
  /** @param progress 0 to 1. Call as often as you like: it is written at most a few times a second. */
  report(progress: number, message?: Text): Promise<void>;
  /** Kept with the run; give the transaction that made the progress, so that both happen or neither. */
  saveCheckpoint(value: object, tx?: Tx): Promise<void>;
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
  /** Starts a job by itself, once for all servers. @param cron five fields, in `timeZone` Asia/Shanghai. */
  schedule<Input extends object>(kind: JobKind<Input>, cron: string, input: Input): Promise<void>;
  close(): Promise<void>;
}
