import type { Row } from '../facts/row.ts';

/** Answers inside the compiled closures; numbers, so that nothing is allocated. */
export const MET = 1;
export const NOT_MET = 0;
export const UNKNOWN = -1;
export type Answer = typeof MET | typeof NOT_MET | typeof UNKNOWN;

/** What the closures of one compiled rule read and write while they explain one enterprise. */
export interface State {
  row: Row;
  numbers: Float64Array;
  /** Set by a comparison that floats do not decide; whoever asked then decides exactly. */
  unsure: boolean;
  scoreMin: number[];
  scoreMax: number[];
}

/** Why something is unknown: slots without a value, and reasons why a number does not exist. */
export interface Blame {
  slots: Set<number>;
  reasons: Map<string, { zh: string; en: string }>;
}
