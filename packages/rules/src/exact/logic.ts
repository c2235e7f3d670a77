import type { Verdict } from '@forest/domain';
import type { Comparison, OutcomeNode, Points } from '../tree.ts';

/** Three-valued logic (Kleene): an unknown member matters only when no other member decides. */
export function every(of: readonly Verdict[]): Verdict {
  if (of.includes('not_met')) return 'not_met';
  return of.includes('unknown') ? 'unknown' : 'met';
}

export function some(of: readonly Verdict[]): Verdict {
  if (of.includes('met')) return 'met';
  return of.includes('unknown') ? 'unknown' : 'not_met';
}

export function opposite(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'met' ? 'not_met' : 'met';
}

/** @param order sign of left − right */
export function holds(op: Comparison, order: number): boolean {
  switch (op) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
  }
}

/** A score interval against a threshold: known when every point in the interval agrees. */
export function scoreHolds(op: Comparison, [min, max]: Points, threshold: number): Verdict {
  const low = holds(op, Math.sign(min - threshold));
  const high = holds(op, Math.sign(max - threshold));
  const between = (op === '=' || op === '!=') && min < threshold && threshold < max;
  if (low !== high || between) return 'unknown';
  return low ? 'met' : 'not_met';
}

export function outcomeOf(node: OutcomeNode, criteria: readonly Verdict[]): Verdict {
  if (node.kind === 'criterion') return criteria[node.index]!;
  const of = node.of.map((one) => outcomeOf(one, criteria));
  return node.kind === 'all' ? every(of) : some(of);
}
