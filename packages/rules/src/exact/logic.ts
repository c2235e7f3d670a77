import type { Text, Verdict } from '@forest/domain';
import type { Comparison, OutcomeNode, Points, Shown } from '../tree.ts';

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

/** The comparison that holds exactly when the other does not; `is` keeps its sign, its label turns. */
export const opposites: Record<Shown['op'], Shown['op']> = {
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '<': '>=',
  '=': '!=',
  '!=': '=',
  in: 'notIn',
  notIn: 'in',
  is: 'is',
};

/** Label of a yes/no requirement under a `not`. */
export function flipLabel(label: Text): Text {
  return label.zh === '是' ? { zh: '否', en: 'no' } : { zh: '是', en: 'yes' };
}
