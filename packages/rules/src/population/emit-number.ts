import { bandWidth, chosenBound, dayBound, doubtfulSigns, slotBound } from '../exact/error-bound.ts';
import type { NumberNode } from '../tree.ts';
import { emitTruth } from './emit-truth.ts';
import { BITS, type Bits, type Emitter } from './emitter.ts';
import { combine, constantFraction, type Fraction, overConstantDenominator, UNDEFINED, whole } from './fraction.ts';
import { isPure, negated, type Term, termOf } from './term.ts';

export function emitNumber(e: Emitter, node: NumberNode): Fraction {
  switch (node.kind) {
    case 'constant':
      return constantFraction(node.value);
    case 'undefined':
      return whole(UNDEFINED);
    case 'slot':
      return whole(termOf(e.slot(node.slot), slotBound(e.tree.slots[node.slot]!), ''));
    case 'asOf':
      return whole(termOf('asOf', dayBound, ''));
    case 'asOfYear':
      return whole(termOf('asOfYear', dayBound, ''));
    case 'negate': {
      const of = emitNumber(e, node.of);
      return { ...of, num: negated(of.num) };
    }
    case 'cases':
      return emitCases(e, node);
    default:
      return combine(node.kind, emitNumber(e, node.left), emitNumber(e, node.right), e.nameTerm);
  }
}

/** First branch that is met, NaN from the first that is unknown on. */
function emitCases(e: Emitter, node: Extract<NumberNode, { kind: 'cases' }>): Fraction {
  const values = [...node.cases.map((c) => c.value), node.otherwise].map((value) => emitNumber(e, value));
  const branches = overConstantDenominator(values, e.nameTerm).map((fraction) => ({
    ...fraction,
    defined: defined(fraction.divisors),
  }));
  const tests = node.cases.map((c) => emitTruth(e, c.when));
  const select = (of: (branch: (typeof branches)[number]) => string) =>
    tests.reduceRight((otherwise, test, k) => chosen(test, of(branches[k]!), otherwise), of(branches.at(-1)!));
  const guarded = (code: string, test: string | null) => (test ? `(${test} ? ${code} : NaN)` : code);
  const merge = (pick: (f: Fraction) => Term, divisors: boolean): Term => {
    const terms = branches.map(pick);
    const code = e.part(
      'case',
      select((b) => guarded(pick(b).code, divisors ? b.defined : null)),
    );
    const bound = chosenBound(terms);
    const size = () =>
      e.part(
        'case_size',
        select((b) => pick(b).size),
      );
    return termOf(code, bound, bound.magnitude === 'beside' ? size() : '');
  };
  const uncertain = branches.flatMap(({ divisors, uncertain }) => [...uncertain, ...[nearZero(divisors) ?? []].flat()]);
  const oneDenominator = branches.every((b) => b.den.code === branches[0]!.den.code);
  const num = merge((f) => f.num, true);
  return { num, den: oneDenominator ? branches[0]!.den : merge((f) => f.den, false), divisors: [], uncertain };
}

function chosen({ met, not }: Bits, value: string, otherwise: string): string {
  if (met === '1' || not === '0') return met === '1' ? value : `(${met} ? ${value} : NaN)`;
  if (not === '1') return otherwise;
  // A test that is never unknown needs one question only.
  if (met === BITS.inverse(not)) return `(${not} ? ${otherwise} : ${value})`;
  if (not === BITS.inverse(met)) return `(${met} ? ${value} : ${otherwise})`;
  return `(${met} ? ${value} : ${not} ? ${otherwise} : NaN)`;
}

/** Source text that is true when no divisor is zero; null when there is none. A missing divisor counts as zero. */
export function defined(divisors: Term[]): string | null {
  const tests = [...new Set(divisors.map((d) => (isPure(d) ? `${d.code} > 0` : `Math.abs(${d.code}) > 0`)))];
  return tests.length === 0 ? null : tests.map((t) => `(${t})`).join(' & ');
}

/** Source text that is true when a divisor is so small that its sign, or its being zero, is uncertain. */
export function nearZero(divisors: Term[]): string | null {
  const doubtful = divisors.flatMap(doubtfulSigns);
  const tests = new Set(doubtful.map((d) => `(Math.abs(${d.code}) < ${bandWidth(d.rounding)} * ${d.size})`));
  return tests.size === 0 ? null : [...tests].join(' | ');
}
