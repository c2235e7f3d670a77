import { Rational } from '@forest/domain';
import { exactJudge } from '../exact/evaluate.ts';
import type { Row } from '../facts/row.ts';
import type { Lever, RuleTree } from '../tree.ts';
import { withFact } from './with-fact.ts';

/** How far one lever has to move for one criterion to be met, everything else as it is. */
export type LeverMove =
  | { lever: Lever; possible: true; from: number; to: number; change: Rational }
  /** `missing`: the fact itself is not known; `out-of-reach`: no change within reason is enough. */
  | { lever: Lever; possible: false; reason: 'missing' | 'out-of-reach' };

/** Within reason: a thousandfold of the value, or a million steps where it is small. */
const MULTIPLE = 1000n;
const STEPS = 1_000_000n;

/**
 * The smallest move on the lever's grid of steps that makes the criterion met, decided exactly: one step less does not.
 * It searches in the lever's direction and takes the first place where the verdict turns, which is the smallest one
 * wherever the criterion is monotone in the lever.
 */
export function smallestChange(tree: RuleTree, row: Row, criterion: number, lever: Lever): LeverMove {
  const { slot, step, direction } = lever;
  const from = row.numbers[slot]!;
  if (Number.isNaN(from)) return { lever, possible: false, reason: 'missing' };
  const test = tree.criteria[criterion]!.test;
  const start = Rational.of(from);
  const valueAfter = (steps: bigint): Rational => {
    const move = step.times(Rational.of(steps));
    return direction === 'up' ? start.plus(move) : start.minus(move);
  };
  const metAfter = (steps: bigint): boolean =>
    exactJudge(tree, withFact(tree, row, slot, valueAfter(steps).toNumber())).truth(test) === 'met';

  const limit = furthest(tree, lever, start);
  let met = 1n;
  while (met < limit && !metAfter(met)) met *= 2n;
  if (met > limit) met = limit;
  if (limit === 0n || !metAfter(met)) return { lever, possible: false, reason: 'out-of-reach' };

  let unmet = met / 2n;
  while (met - unmet > 1n) {
    const middle = (met + unmet) / 2n;
    if (metAfter(middle)) met = middle;
    else unmet = middle;
  }
  const to = valueAfter(met);
  return { lever, possible: true, from, to: to.toNumber(), change: to.minus(start) };
}

/** Steps until the lever leaves what is possible at all: zero, yes or no, or reason. */
function furthest(tree: RuleTree, { slot, step, direction }: Lever, start: Rational): bigint {
  const { kind, nonNegative } = tree.slots[slot]!;
  if (kind === 'flag') return (start.sign() === 0) === (direction === 'up') ? 1n : 0n;
  const stepsIn = (amount: Rational) => (amount.n * step.d) / (amount.d * step.n);
  if (direction === 'down' && nonNegative) return stepsIn(start);
  const size = start.sign() < 0 ? start.negated() : start;
  const multiple = stepsIn(size.times(Rational.of(MULTIPLE)));
  return multiple > STEPS ? multiple : STEPS;
}
