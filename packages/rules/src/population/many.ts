import type { Day } from '@forest/domain';
import type { RuleTree, Slot } from '../tree.ts';
import type { Columns } from './columns.ts';
import { BLOCK, compilePopulation, type Population } from './compile.ts';
import type { Judgements } from './judgements.ts';
import { mergeSlots } from './slots.ts';

/** Several rules over one set of columns. */
export interface ManyRules {
  /** Build the columns for these. */
  readonly slots: Slot[];
  readonly rules: readonly Population[];
  /**
   * Judges all rows by all rules, block by block, so that a block's columns are read from memory once. `out` holds one
   * `Judgements` for each rule, in order.
   * @returns how many judgements were settled exactly.
   */
  judge(columns: Columns, asOf: Day, out: readonly Judgements[]): number;
}

export function compileMany(trees: readonly RuleTree[]): ManyRules {
  const { slots, places } = mergeSlots(trees);
  const rules = trees.map((tree) => compilePopulation(tree));
  return {
    slots,
    rules,
    judge(columns, asOf, out) {
      const bound = rules.map((rule, index) => rule.bind(columns, asOf, out[index]!, places[index]));
      let settled = 0;
      for (let from = 0; from < columns.count; from += BLOCK) {
        const to = Math.min(columns.count, from + BLOCK);
        for (const rule of bound) settled += rule.block(from, to);
      }
      for (const rule of bound) rule.oddRows();
      return settled;
    },
  };
}
