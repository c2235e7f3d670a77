import { type Day, yearOf } from '@forest/domain';
import { exactJudge } from '../exact/evaluate.ts';
import type { Row } from '../facts/row.ts';
import type { RuleTree } from '../tree.ts';
import { readsOf } from './reads.ts';

/** Nobody plans further ahead. */
const HORIZON = 20 * 366;

/**
 * The first day from which the criterion holds by the passing of time alone (an age that is reached), everything else
 * as it is. Criteria over annual figures do not wait: their figures change with the year.
 * @returns null when time does not help.
 */
export function metFrom(tree: RuleTree, row: Row, criterion: number): Day | null {
  const test = tree.criteria[criterion]!.test;
  const reads = readsOf(tree, test);
  if (!reads.asOf || [...reads.slots].some((slot) => tree.slots[slot]!.yearOffset !== null)) return null;
  const metOn = (day: Day) => exactJudge(tree, onDay(row, day)).truth(test) === 'met';
  if (!metOn(row.asOf + HORIZON)) return null;
  let unmet = row.asOf;
  let met = row.asOf + HORIZON;
  while (met - unmet > 1) {
    const middle = Math.floor((met + unmet) / 2);
    if (metOn(middle)) met = middle;
    else unmet = middle;
  }
  return met;
}

/** The same facts judged on another day. */
export function onDay(row: Row, asOf: Day): Row {
  return { ...row, asOf, asOfYear: yearOf(asOf) };
}
