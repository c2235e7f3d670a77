import type { Rational } from '@forest/domain';
import type { Row } from '../facts/row.ts';
import type { NumberNode } from '../tree.ts';

/** Answers inside the compiled closures; numbers, so that nothing is allocated. */
export const MET = 1;
export const NOT_MET = 0;
export const UNKNOWN = -1;
export type Answer = typeof MET | typeof NOT_MET | typeof UNKNOWN;

/** What the closures of one compiled rule read and write while they explain one enterprise. */
export interface State {
  row: Row;
  numbers: Float64Array;
  read: (slot: number) => number;
  /** Value of a node in rational arithmetic, for comparisons inside the guard band. */
  exact: (node: NumberNode) => Rational | null;
  /** Set by a divisor of which floats cannot say that it is not zero; whoever asked then decides exactly. */
  unsure: boolean;
  /** Counts explanations, so that values kept from an earlier one are told apart. */
  run: number;
  scoreMin: number[];
  scoreMax: number[];
}

type Reason = { zh: string; en: string };

/** Why something is unknown: slots without a value, and reasons why a number does not exist. Reused, never reallocated. */
export class Blame {
  readonly slots: number[] = [];
  readonly reasons: Reason[] = [];
  readonly #seen: Int32Array;
  #round = 0;

  constructor(slots: number) {
    this.#seen = new Int32Array(slots);
  }

  clear(): void {
    this.#round += 1;
    this.slots.length = 0;
    this.reasons.length = 0;
  }

  slot(slot: number): void {
    if (this.#seen[slot] === this.#round) return;
    this.#seen[slot] = this.#round;
    this.slots.push(slot);
  }

  reason(reason: Reason): void {
    if (!this.reasons.some((one) => one.en === reason.en)) this.reasons.push(reason);
  }
}
