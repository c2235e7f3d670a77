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

const hashes = new WeakMap<RuleTree, string>();

export function hashOfTree(tree: RuleTree): string {
  const known = hashes.get(tree);
  if (known) return known;
  const text = JSON.stringify(tree, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  hashes.set(tree, hash);
  return hash;
}

/** Changes exactly when a rule comes, goes, or says something new. */
export function hashOfRules(trees: readonly RuleTree[]): string {
  const text = trees.map((tree) => `${tree.rule} ${tree.version} ${hashOfTree(tree)}`).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
