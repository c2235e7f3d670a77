import { chosenBound } from '../exact/error-bound.ts';
import type { NumberNode, Slot, TruthNode } from '../tree.ts';
import { type CompiledNumber, magnitudeOf, type NumberContext } from './compile-number.ts';
import { kept, type Value } from './kept.ts';
import { MET, NOT_MET, type State, UNKNOWN } from './state.ts';

/** First branch whose test is met; an unknown test before it makes the value unknown. */
export function compileChoice(node: Extract<NumberNode, { kind: 'cases' }>, context: NumberContext): CompiledNumber {
  const tests = node.cases.map(({ when }) => context.truth(when));
  const values = [...node.cases.map((one) => one.value), node.otherwise].map(context.number);
  const given = node.cases.flatMap(({ when }) => givenSlots(when));
  const bound = chosenBound(values);
  const mayDoubt = tests.some((one) => one.mayDoubt) || values.some((one) => one.mayDoubt);
  /** Index of the branch taken; -1 when that is unknown. */
  const chosen = kept((s: State) => {
    for (let i = 0; i < tests.length; i++) {
      const test = tests[i]!.test(s);
      if (test === MET) return i;
      if (test === UNKNOWN) return -1;
    }
    return tests.length;
  }, mayDoubt);
  const read = (of: readonly Value[]) =>
    kept((s) => {
      const branch = chosen(s);
      return branch < 0 ? Number.NaN : of[branch]!(s);
    }, mayDoubt);
  const value = read(values.map((one) => one.value));
  const size = bound.magnitude === 'beside' ? read(values.map((one) => one.size)) : value;
  return {
    ...bound,
    value,
    size: magnitudeOf(bound, value, size),
    blame: (s, blame) => {
      // Where a substitute is missing as well, the fact that it stands in for is the one to ask for.
      let absent = false;
      for (const slot of given)
        if (isMissing(s, slot, context.slots)) {
          blame.slot(slot);
          absent = true;
        }
      for (const [index, { test, blame: blameTest }] of tests.entries()) {
        const answer = test(s);
        if (answer === UNKNOWN) return blameTest(s, blame);
        if (answer === NOT_MET) continue;
        if (!absent) values[index]!.blame(s, blame);
        return;
      }
      if (!absent) values.at(-1)!.blame(s, blame);
    },
    mayDoubt,
  };
}

export function isMissing(s: State, slot: number, slots: readonly Slot[]): boolean {
  return slots[slot]!.kind === 'text' ? s.row.texts[slot] === undefined : Number.isNaN(s.numbers[slot]!);
}

/** Slots whose presence a test asks about. */
function givenSlots(node: TruthNode): number[] {
  if (node.kind === 'given') return [node.slot];
  if (node.kind === 'not') return givenSlots(node.of);
  return node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(givenSlots) : [];
}
