import type { RuleTree, Slot } from '../tree.ts';

/** The slots of several rules in one list, each once, and where each rule finds its own. */
export interface MergedSlots {
  slots: Slot[];
  /** For every tree: merged index by the tree's slot index. */
  places: number[][];
}

export function mergeSlots(trees: readonly Pick<RuleTree, 'slots'>[]): MergedSlots {
  const slots: Slot[] = [];
  const index = new Map<string, number>();
  const place = (slot: Slot): number => {
    const key = JSON.stringify([slot.fact, slot.yearOffset, slot.kind, slot.derive]);
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, slots.length);
    return slots.push(slot) - 1;
  };
  return { places: trees.map((tree) => tree.slots.map(place)), slots };
}
