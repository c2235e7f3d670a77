import { type Day, parseDay, plusMonths, Rational, yearOf } from '@forest/domain';
import type { Comparison, NumberNode, RuleTree, TruthNode } from '@forest/rules';

/**
 * A criterion that time alone turns, as a shift of one standing date of the enterprise: registered on a day, a year
 * old 365 days later.
 */
export interface TurningPoint {
  rule: string;
  criterion: string;
  fact: string;
  /** From the fact's date: whole months first, then days; or the first of January so many years after its year. */
  shift: { months: number; days: number } | { newYears: number };
  /** What the criterion's part becomes on that day. */
  becomes: 'met' | 'not_met';
}

/** Time conditions of a rule that hold for every enterprise: plain comparisons and conjunctions of such. */
export function turningPoints(tree: RuleTree): TurningPoint[] {
  return tree.criteria.flatMap((criterion) =>
    conjuncts(criterion.test).flatMap((test) => {
      const found = test.kind === 'compare' ? turnOf(tree, test.op, test.left, test.right) : null;
      return found ? [{ rule: tree.rule, criterion: criterion.id, ...found }] : [];
    }),
  );
}

function conjuncts(node: TruthNode): TruthNode[] {
  return node.kind === 'all' ? node.of.flatMap(conjuncts) : [node];
}

/** The day on which the point falls for a fact's date. */
export function turningDay(point: Pick<TurningPoint, 'shift'>, date: Day): Day {
  const { shift } = point;
  if ('newYears' in shift) return parseDay(`${yearOf(date) + shift.newYears}-01-01`) ?? date;
  return plusMonths(date, shift.months) + shift.days;
}

/** `left − right` as time + slots + constant; null when it is not linear with whole factors. */
interface Linear {
  asOf: number;
  asOfYear: number;
  slots: Map<number, number>;
  constant: Rational;
}

function turnOf(
  tree: RuleTree,
  op: Comparison,
  left: NumberNode,
  right: NumberNode,
): Omit<TurningPoint, 'rule' | 'criterion'> | null {
  const form = linear({ kind: 'subtract', left, right });
  if (form?.constant.d !== 1n) return null;
  const parts = [...form.slots].filter(([, factor]) => factor !== 0);
  const only = parts[0];
  if (parts.length !== 1 || !only) return null;
  const [index, factor] = only;
  const slot = tree.slots[index]!;
  if (slot.kind !== 'date' || slot.yearOffset !== null || Math.abs(factor) !== 1) return null;
  const byYear = slot.derive.as === 'year';
  const time = byYear ? form.asOfYear : form.asOf;
  const other = byYear ? form.asOf : form.asOfYear;
  if (time !== -factor || other !== 0) return null;
  // As "time − date ⋈ wait", whichever way round it was written.
  const wait = Number(form.constant.n) * -time;
  const direction = time > 0 ? op : mirrored[op];
  const starts = turnsAt[direction];
  if (!starts) return null;
  const steps = wait + starts.after;
  const shift = byYear
    ? { newYears: steps }
    : { months: slot.derive.as === 'plusMonths' ? slot.derive.months : 0, days: steps };
  return { fact: slot.fact, shift, becomes: starts.becomes };
}

const mirrored: Record<Comparison, Comparison> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>', '=': '=', '!=': '!=' };

/** When "age ⋈ wait" turns, counted from the day on which age = wait. */
const turnsAt: Partial<Record<Comparison, { after: 0 | 1; becomes: 'met' | 'not_met' }>> = {
  '>=': { after: 0, becomes: 'met' },
  '>': { after: 1, becomes: 'met' },
  '<=': { after: 1, becomes: 'not_met' },
  '<': { after: 0, becomes: 'not_met' },
};

function linear(node: NumberNode): Linear | null {
  switch (node.kind) {
    case 'constant':
      return { asOf: 0, asOfYear: 0, slots: new Map(), constant: node.value };
    case 'slot':
      return { asOf: 0, asOfYear: 0, slots: new Map([[node.slot, 1]]), constant: Rational.zero };
    case 'asOf':
      return { asOf: 1, asOfYear: 0, slots: new Map(), constant: Rational.zero };
    case 'asOfYear':
      return { asOf: 0, asOfYear: 1, slots: new Map(), constant: Rational.zero };
    case 'negate':
      return sum({ asOf: 0, asOfYear: 0, slots: new Map(), constant: Rational.zero }, linear(node.of), -1);
    case 'add':
      return sum(linear(node.left), linear(node.right), 1);
    case 'subtract':
      return sum(linear(node.left), linear(node.right), -1);
    default:
      return null;
  }
}

function sum(a: Linear | null, b: Linear | null, sign: 1 | -1): Linear | null {
  if (!a || !b) return null;
  const slots = new Map(a.slots);
  for (const [slot, factor] of b.slots) slots.set(slot, (slots.get(slot) ?? 0) + sign * factor);
  return {
    asOf: a.asOf + sign * b.asOf,
    asOfYear: a.asOfYear + sign * b.asOfYear,
    slots,
    constant: sign > 0 ? a.constant.plus(b.constant) : a.constant.minus(b.constant),
  };
}
