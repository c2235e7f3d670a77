import { Rational } from '@forest/domain';
import type { NumberNode, TruthNode } from '../tree.ts';
import { emitTruth } from './emit-truth.ts';
import { BITS, type CompareNode, type Emitter } from './emitter.ts';
import type { Fraction } from './fraction.ts';
import { constantTerm, termOf } from './term.ts';

type Choose = Extract<TruthNode, { kind: 'choose' }>;

/** One measure against a threshold that depends on the band of another: compared once, with the band's threshold. */
export interface Banded {
  compare: CompareNode;
  required: Fraction;
}

/**
 * A choice between tests that differ only in their constant becomes one test when the band is known wherever the
 * measure is: every band test is a slot against a constant, and the measure cannot be computed without that slot.
 */
export function bandedComparison(e: Emitter, node: Choose): Banded | null {
  const tests = [...node.cases.map((c) => c.then), node.otherwise];
  const [first] = tests;
  if (first?.kind !== 'compare' || first.op === '=' || first.op === '!=') return null;
  const measure = JSON.stringify(first.left, plainBigInt);
  const thresholds: Rational[] = [];
  for (const test of tests) {
    if (test.kind !== 'compare' || test.op !== first.op || test.right.kind !== 'constant') return null;
    if (JSON.stringify(test.left, plainBigInt) !== measure) return null;
    thresholds.push(test.right.value);
  }
  const needed = neededSlots(first.left);
  for (const { when } of node.cases) {
    if (when.kind !== 'compare' || when.left.kind !== 'slot' || when.right.kind !== 'constant') return null;
    if (!needed.has(when.left.slot)) return null;
  }
  const required = steps(e, node, thresholds);
  return required && { compare: first, required };
}

function plainBigInt(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** Slots without which the number is unknown. */
function neededSlots(node: NumberNode): Set<number> {
  switch (node.kind) {
    case 'slot':
      return new Set([node.slot]);
    case 'negate':
      return neededSlots(node.of);
    case 'constant':
    case 'undefined':
    case 'asOf':
    case 'asOfYear':
    case 'cases':
      return new Set();
    default:
      return new Set([...neededSlots(node.left), ...neededSlots(node.right)]);
  }
}

/** The first threshold, moved by a step for every band that is passed over. */
function steps(e: Emitter, node: Choose, thresholds: Rational[]): Fraction | null {
  const den = thresholds.reduce((d, t) => (d * t.d) / greatestCommonDivisor(d, t.d), 1n);
  const whole = thresholds.map((t) => Number((t.n * den) / t.d));
  if (!whole.every((t) => Math.abs(t) < 2 ** 31)) return null;
  let passed = '1';
  let code = `${whole[0]}`;
  node.cases.forEach(({ when }, band) => {
    passed = e.part('beyond', BITS.and(passed, BITS.inverse(emitTruth(e, when).met)));
    const step = whole[band + 1]! - whole[band]!;
    if (step !== 0) code += ` ${step < 0 ? '-' : '+'} ${Math.abs(step)} * ${passed}`;
  });
  const named = e.part('required', code);
  const num = termOf(
    named,
    {
      rounding: 0,
      degree: 1,
      whole: Math.max(...whole.map(Math.abs)),
      magnitude: whole.every((t) => t >= 0) ? 'value' : 'absolute',
    },
    '',
  );
  return { num, den: constantTerm(Rational.of(den)), divisors: [], uncertain: [] };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y) [x, y] = [y, x % y];
  return x;
}
