import { Rational } from '@forest/domain';
import type { Comparison } from '../tree.ts';
import type { Bits, CompareNode, Emitter } from './emitter.ts';

/**
 * A slot against a constant or another slot needs no guard: doubles and the decimals they print as have the same order.
 * Only a constant that is no double itself moves the strictness of the test.
 */
export function slotComparison(e: Emitter, { op, left, right }: CompareNode): Bits | null {
  if (left.kind === 'slot' && right.kind === 'slot') return twoSlots(e, op, left.slot, right.slot);
  if (left.kind === 'slot' && right.kind === 'constant') return againstConstant(e.slot(left.slot), op, right.value);
  if (left.kind === 'constant' && right.kind === 'slot') {
    return againstConstant(e.slot(right.slot), MIRRORED[op], left.value);
  }
  return null;
}

const MIRRORED: Record<Comparison, Comparison> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>', '=': '=', '!=': '!=' };

function twoSlots(e: Emitter, op: Comparison, a: number, b: number): Bits {
  return bitsOf(op, e.slot(a), e.slot(b));
}

function againstConstant(slot: string, op: Comparison, constant: Rational): Bits | null {
  const double = constant.toNumber();
  if (!Number.isFinite(double)) return null;
  const order = Rational.of(double).compare(constant);
  const code = double < 0 ? `(${double})` : `${double}`;
  if (order === 0) return bitsOf(op, slot, code);
  // Doubles up to `double` print as less than the constant, or those from it on as more; none prints as equal.
  if (op === '=' || op === '!=') {
    const known = `+(${slot} === ${slot})`;
    return op === '=' ? { met: '0', not: known } : { met: known, not: '0' };
  }
  const above = order > 0 ? `+(${slot} >= ${code})` : `+(${slot} > ${code})`;
  const below = order > 0 ? `+(${slot} < ${code})` : `+(${slot} <= ${code})`;
  return op[0] === '>' ? { met: above, not: below } : { met: below, not: above };
}

function bitsOf(op: Comparison, left: string, right: string): Bits {
  const at = (symbol: string) => `+(${left} ${symbol} ${right})`;
  const differs = `(${left} < ${right}) | (${left} > ${right})`;
  switch (op) {
    case '>=':
      return { met: at('>='), not: at('<') };
    case '>':
      return { met: at('>'), not: at('<=') };
    case '<=':
      return { met: at('<='), not: at('>') };
    case '<':
      return { met: at('<'), not: at('>=') };
    case '=':
      return { met: at('==='), not: differs };
    case '!=':
      return { met: differs, not: at('===') };
  }
}
