import type { Slot } from '../tree.ts';
import type { MissingFact } from './explanation.ts';

/** Names slots as facts and years, the same object for the same fact and year. */
export class MissingFacts {
  readonly #slots: readonly Slot[];
  /** Slots of the same fact and year (a date, the same date moved) share a number. */
  readonly #key: Int32Array;
  readonly #seen: Int32Array;
  #round = 0;
  #year = Number.NaN;
  #facts: MissingFact[] = [];

  constructor(slots: readonly Slot[]) {
    this.#slots = slots;
    const keys = new Map<string, number>();
    this.#key = Int32Array.from(slots, ({ fact, yearOffset }) => {
      const key = `${fact} ${yearOffset}`;
      keys.set(key, keys.get(key) ?? keys.size);
      return keys.get(key)!;
    });
    this.#seen = new Int32Array(keys.size);
  }

  of(slots: readonly number[], asOfYear: number): MissingFact[] {
    if (this.#year !== asOfYear) this.#name(asOfYear);
    this.#round += 1;
    const found: MissingFact[] = [];
    for (const slot of slots) {
      const key = this.#key[slot]!;
      if (this.#seen[key] === this.#round) continue;
      this.#seen[key] = this.#round;
      found.push(this.#facts[key]!);
    }
    return found;
  }

  #name(asOfYear: number): void {
    this.#year = asOfYear;
    this.#facts = [];
    this.#slots.forEach(({ fact, yearOffset }, slot) => {
      this.#facts[this.#key[slot]!] ??= { fact, year: yearOffset === null ? null : asOfYear - 1 + yearOffset };
    });
  }
}
