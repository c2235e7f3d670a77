import type { EnterpriseFacts } from '../facts.ts';

/** A rule engine made ready with the eight criteria. */
export interface Engine {
  name: string;
  /** How many enterprises a round judges; the slow ones get fewer. */
  rows: number;
  /** Verdict code (see `VERDICTS`) of every enterprise. */
  judge(enterprises: readonly EnterpriseFacts[]): Promise<Uint8Array> | Uint8Array;
}

/** Combines the answers to all criteria: false decides, then null. */
export function verdictCode(answers: readonly (boolean | null | undefined)[]): number {
  let code = 2;
  for (const answer of answers) {
    if (answer === false) return 0;
    if (answer !== true) code = 1;
  }
  return code;
}
