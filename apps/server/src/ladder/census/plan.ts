import { dayOf, yearOf } from '@forest/domain';
import type { Dictionary, RuleTree } from '@forest/rules';
import type { JudgedRules } from '../tables.ts';

/** What makes a rule's verdicts change although no fact of the enterprise did. */
export interface RuleNature {
  rule: string;
  version: string;
  hash: string;
  /** Reads the as-of date, or facts that the registry computes for a date. */
  timely: boolean;
  /** Reads annual facts, which are other years' facts in another year. */
  yearly: boolean;
}

export function natureOf(
  program: { rule: string; version: string; hash: string; tree: RuleTree },
  dictionary: Dictionary,
): RuleNature {
  const { rule, version, hash, tree } = program;
  const readsDate = /"kind":"asOf/.test(JSON.stringify(tree, (_, value) => (typeof value === 'bigint' ? 0 : value)));
  return {
    rule,
    version,
    hash,
    timely: readsDate || tree.slots.some((slot) => dictionary.get(slot.fact)?.derived),
    yearly: tree.slots.some((slot) => slot.yearOffset !== null),
  };
}

/**
 * Rules that have to be judged again for every enterprise, not only for those whose facts changed.
 * @param previous the last census that went through; null = none.
 * @returns `all` when nothing can be kept, also when rules disappeared.
 */
export function rulesForEveryone(
  previous: { asOf: string; rules: JudgedRules } | null,
  current: readonly RuleNature[],
  asOf: string,
): 'all' | string[] {
  if (!previous) return 'all';
  const known = new Set(current.map(({ rule }) => rule));
  if (Object.keys(previous.rules).some((rule) => !known.has(rule))) return 'all';
  const newDay = previous.asOf !== asOf;
  const newYear = yearOf(dayOf(previous.asOf)) !== yearOf(dayOf(asOf));
  const again = current.filter(({ rule, version, hash, timely, yearly }) => {
    const before = previous.rules[rule];
    const same = before?.version === version && before.hash === hash;
    return !same || (newDay && timely) || (newYear && yearly);
  });
  return again.length === current.length ? 'all' : again.map(({ rule }) => rule);
}
