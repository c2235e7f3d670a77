import { derivedDay, isOrdinary, type Row } from '../facts/row.ts';
import type { RuleTree } from '../tree.ts';

/**
 * The same row with one fact changed: in the slot given, which reads the fact itself, and in every other slot that reads
 * something of the same fact and year, such as a date's calendar year.
 */
export function withFact(tree: Pick<RuleTree, 'slots'>, row: Row, slot: number, value: number): Row {
  const { fact, yearOffset } = tree.slots[slot]!;
  const numbers = row.numbers.slice();
  let { odd } = row;
  for (const [index, other] of tree.slots.entries()) {
    if (other.fact !== fact || other.yearOffset !== yearOffset || other.kind === 'text') continue;
    numbers[index] = other.kind === 'date' ? derivedDay(other, value) : value;
    odd ||= !isOrdinary(other, numbers[index]!);
  }
  return { ...row, numbers, odd };
}
