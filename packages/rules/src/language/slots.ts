import { factUnits } from '@forest/domain';
import type { Fact } from '../facts/dictionary.ts';
import type { Slot } from '../tree.ts';

const value = { as: 'value' } as const;

/** The input cells that a rule reads, each once. */
export class SlotTable {
  readonly slots: Slot[] = [];
  readonly #index = new Map<string, number>();

  add(fact: Fact, yearOffset: number | null, derive: Slot['derive'] = value): number {
    const key = JSON.stringify([fact.id, yearOffset, derive]);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.slots.push({
      fact: fact.id,
      yearOffset,
      kind: factUnits[fact.unit].kind,
      derive,
      nonNegative: fact.nonNegative,
    });
    this.#index.set(key, this.slots.length - 1);
    return this.slots.length - 1;
  }
}
