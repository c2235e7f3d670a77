import { bandWidth, largestDegree } from '../exact/error-bound.ts';
import type { Comparison, TruthNode } from '../tree.ts';
import { bandedComparison } from './banded.ts';
import { defined, emitNumber, nearZero } from './emit-number.ts';
import { emitScoreCompare } from './emit-score.ts';
import { BITS, type Bits, type CompareNode, type Emitter } from './emitter.ts';
import { type Fraction, overOneDenominator } from './fraction.ts';
import { slotComparison } from './slot-comparison.ts';
import { isPure, renamed, type Term } from './term.ts';

/** Writes the two bits of a test; both are 0 when the answer is unknown. */
export function emitTruth(e: Emitter, node: TruthNode): Bits {
  switch (node.kind) {
    case 'constantTruth':
      return node.value ? { met: '1', not: '0' } : { met: '0', not: '1' };
    case 'flag': {
      const flag = e.slot(node.slot);
      const bits = {
        met: e.define(`${flag}_yes`, `+(${flag} === 1)`),
        not: e.define(`${flag}_no`, `+(${flag} === 0)`),
      };
      return node.expected ? bits : inverse(bits);
    }
    case 'given': {
      const value = e.slot(node.slot);
      // NaN is the one number that differs from itself; code 0 is a missing text.
      const text = e.tree.slots[node.slot]!.kind === 'text';
      const met = e.part('given', text ? `+(${value} > 0)` : `+(${value} === ${value})`);
      return { met, not: BITS.inverse(met) };
    }
    case 'textIn': {
      const answer = e.part('text', `${e.textTable(node, node.slot)}[${e.slot(node.slot)}]`);
      return { met: `(${answer} & 1)`, not: `(${answer} >> 1)` };
    }
    case 'not':
      return inverse(emitTruth(e, node.of));
    case 'all':
      return named(e, conjunction(node.of.map((of) => emitTruth(e, of))));
    case 'any':
      return named(e, inverse(conjunction(node.of.map((of) => inverse(emitTruth(e, of))))));
    case 'choose':
      return emitChoose(e, node);
    case 'compare':
      return plainly(e, node) ?? emitCompare(e, node, emitNumber(e, node.right));
    case 'scoreCompare':
      return emitScoreCompare(e, node);
  }
}

export function inverse(bits: Bits): Bits {
  return { met: bits.not, not: bits.met };
}

export function conjunction(of: Bits[]): Bits {
  return { met: BITS.and(...of.map((b) => b.met)), not: BITS.or(...of.map((b) => b.not)) };
}

function named(e: Emitter, bits: Bits): Bits {
  return { met: e.part('met', bits.met), not: e.part('not', bits.not) };
}

/** A branch is open while no earlier test is met and its own is not refuted; all open branches must agree. */
function emitChoose(e: Emitter, node: Extract<TruthNode, { kind: 'choose' }>): Bits {
  const banded = e.mode === 'fast' ? bandedComparison(e, node) : null;
  if (banded) return emitCompare(e, banded.compare, banded.required);
  const agree: Bits[] = [];
  let reached = '1';
  for (const branch of node.cases) {
    const when = emitTruth(e, branch.when);
    const then = emitTruth(e, branch.then);
    const closed = e.part('closed', BITS.or(BITS.inverse(reached), when.not));
    agree.push({ met: BITS.or(closed, then.met), not: BITS.or(closed, then.not) });
    reached = e.part('reached', BITS.and(reached, BITS.inverse(when.met)));
  }
  const otherwise = emitTruth(e, node.otherwise);
  const closed = BITS.inverse(reached);
  agree.push({ met: BITS.or(closed, otherwise.met), not: BITS.or(closed, otherwise.not) });
  return named(e, { met: BITS.and(...agree.map((b) => b.met)), not: BITS.and(...agree.map((b) => b.not)) });
}

const OPPOSITE: Record<Comparison, Comparison> = { '>=': '<', '<': '>=', '>': '<=', '<=': '>', '=': '!=', '!=': '=' };

function plainly(e: Emitter, node: CompareNode): Bits | null {
  const bits = slotComparison(e, node);
  return bits && named(e, bits);
}

function emitCompare(e: Emitter, node: CompareNode, right: Fraction): Bits {
  const left = emitNumber(e, node.left);
  const divisors = [...left.divisors, ...right.divisors];
  const [over, under] = overOneDenominator(left, right, e.nameTerm);
  const [l, r] = [nameSide(e, 'left', over), nameSide(e, 'right', under)];
  const near = nearBand(e, l, r, [nearZero(divisors), ...left.uncertain, ...right.uncertain]);
  const valid = defined(divisors);
  if (e.mode === 'fast') {
    if (near) e.near(near);
    const bit = (op: Comparison) => {
      const test = `(${l.code} ${SYMBOL[op]} ${r.code})`;
      // A missing number fails every test but "differs", which therefore is written as less or more.
      const whole = op === '!=' ? `(${l.code} < ${r.code}) | (${l.code} > ${r.code})` : test;
      return valid ? `${op === '!=' ? `(${whole})` : whole} & ${valid}` : op === '!=' ? whole : `+${whole}`;
    };
    return named(e, { met: bit(node.op), not: bit(OPPOSITE[node.op]) });
  }
  const difference = `${l.code} - ${r.code}`;
  const floats = valid ? `${valid} ? ${difference} : NaN` : difference;
  const sign = e.part('sign', near ? `${near} ? ${e.exactSign(node)} : ${floats}` : floats);
  const bit = (op: Comparison) => (op === '!=' ? `(${sign} < 0) | (${sign} > 0)` : `+(${sign} ${SYMBOL[op]} 0)`);
  return named(e, { met: bit(node.op), not: bit(OPPOSITE[node.op]) });
}

const SYMBOL: Record<Comparison, string> = { '>=': '>=', '>': '>', '<=': '<=', '<': '<', '=': '===', '!=': '!==' };

function nameSide(e: Emitter, hint: string, term: Term): Term {
  if (term.constant) return term;
  return renamed(term, e.part(hint, term.code), (size) => e.part(`${hint}_size`, size));
}

/** Source text that is true where the floats may have the order wrong; null where they cannot. */
function nearBand(e: Emitter, l: Term, r: Term, others: (string | null)[]): string | null {
  if (Math.max(l.degree, r.degree) > largestDegree) return '1';
  // The sign of what cannot be negative is certain: it is zero only if every part is.
  const againstZero = isPure(l) && isPure(r) && (l.code === '0' || r.code === '0');
  const exact = againstZero || (l.whole !== null && r.whole !== null);
  const width = `${bandWidth(Math.max(l.rounding, r.rounding))} * ${reach(l, r)}`;
  const order = exact ? null : `(Math.abs(${l.code} - ${r.code}) < ${width})`;
  const tests = [order, ...others].filter((t) => t !== null);
  return tests.length === 0 ? null : e.mode === 'fast' ? tests.join(' | ') : `(${tests.join(' | ')})`;
}

/**
 * What the width of the band is measured by. Two sides that cannot be negative are within the band of each other only
 * if they are nearly equal; then one of them stands for half of the sum, and the band is twice what is proven anyway.
 */
function reach(l: Term, r: Term): string {
  if (isPure(l) && isPure(r)) return l.constant ? l.code : r.code;
  return `(${l.size} + ${r.size})`;
}
