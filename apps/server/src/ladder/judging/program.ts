import { createHash } from 'node:crypto';
import { compilePopulation, mergeSlots, type Population, type RuleTree, type Slot } from '@forest/rules';
import { compileEffort, type Shortfall } from './effort.ts';
import { seedOf } from './fingerprint.ts';
import { compileShort, restsOnScore } from './short.ts';

/** One rule version in force, ready to judge many enterprises. */
export interface Program {
  rule: string;
  version: string;
  /** Hash of the tree: changes exactly when something that the rule says changes. */
  hash: string;
  tree: RuleTree;
  population: Population;
  /** Column of each slot of the tree among the merged slots. */
  places: number[];
  seed: number;
  short: (met: number, not: number) => number;
  shortfalls: Shortfall[];
}

/** Several rules over one set of columns. */
export interface ProgramSet {
  programs: Program[];
  slots: Slot[];
}

export function compilePrograms(trees: readonly RuleTree[]): ProgramSet {
  const { slots, places } = mergeSlots(trees);
  const programs = trees.map((tree, index) => ({
    rule: tree.rule,
    version: tree.version,
    hash: hashOfTree(tree),
    tree,
    population: compilePopulation(tree),
    places: places[index]!,
    seed: seedOf(tree.rule, tree.version),
    short: compileShort(tree.outcome, restsOnScore(tree)),
    shortfalls: compileEffort(tree),
  }));
  return { programs, slots };
}

export function hashOfTree(tree: RuleTree): string {
  const text = JSON.stringify(tree, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
