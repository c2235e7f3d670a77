import { Rational } from '@forest/domain';
import type { NumberNode } from '../tree.ts';
import type { Ast } from './ast.ts';
import { type Dimension, dimensionName, sameDimension, timesDimension } from './dimension.ts';
import { ContentFault } from './fault.ts';
import { unitMismatch, wrongType } from './faults.ts';
import { inside, joined } from './said.ts';
import { constant, numberOf, type Typed, type TypedNumber, typeNames } from './typed.ts';

/** @throws ContentFault for anything but a number that may enter arithmetic. */
export function asNumber(typed: Typed, offset: number): TypedNumber {
  if (typed.type !== 'number') throw wrongType(typeNames.number, typed, offset);
  if (typed.growth)
    throw new ContentFault(
      'compound-growth-in-arithmetic',
      {
        zh: '复合增长率只能与固定比率比较，不能参与运算',
        en: 'Compound growth can only be compared with a constant rate',
      },
      {
        zh: '用 compoundGrowth 检查，或把它单独作为 measure。',
        en: 'Use the compoundGrowth check, or make it a measure of its own.',
      },
      offset,
    );
  return typed;
}

/** The value of an expression without facts, null otherwise. */
export function constantOf(node: NumberNode): Rational | null {
  return node.kind === 'constant' ? node.value : null;
}

/** Folds constants as it builds. @throws ContentFault on division by a constant zero. */
export function operate(
  kind: 'add' | 'subtract' | 'multiply' | 'divide',
  left: NumberNode,
  right: NumberNode,
  offset = 0,
): NumberNode {
  const [a, b] = [constantOf(left), constantOf(right)];
  if (kind === 'divide' && b?.sign() === 0)
    throw new ContentFault(
      'division-by-zero',
      { zh: '除数是 0', en: 'This divides by zero' },
      { zh: '改正除数。', en: 'Correct the divisor.' },
      offset,
    );
  if (a && b) {
    if (kind === 'add') return constant(a.plus(b));
    if (kind === 'subtract') return constant(a.minus(b));
    return constant(kind === 'multiply' ? a.times(b) : a.over(b));
  }
  return { kind, left, right };
}

export function negate(of: TypedNumber): TypedNumber {
  const value = constantOf(of.node);
  const text = inside(of.said, 1);
  return {
    ...of,
    node: value ? constant(value.negated()) : { kind: 'negate', of: of.node },
    said: { zh: `-${text.zh}`, en: `-${text.en}`, level: 1 },
  };
}

function together(left: Dimension, right: Dimension, offset: number): Dimension {
  if (!sameDimension(left, right)) throw unitMismatch(left, right, offset);
  return left === 'any' ? right : left;
}

const days: Dimension = [{ unit: '天', power: 1 }];

/** Dates: date − date is days, date ± days is a date. */
function dateArithmetic(op: '+' | '-', left: Typed, right: Typed, at: Ast): Typed {
  const said = joined(left.said, op === '+' ? '+' : '−', right.said, 2, op === '-');
  if (left.type === 'date' && right.type === 'date' && op === '-')
    return numberOf(operate('subtract', left.node, right.node), days, said);
  if (left.type !== 'date') throw wrongType(typeNames.date, left, at.from);
  const amount = asNumber(right, at.from);
  if (!sameDimension(amount.dimension, days)) throw unitMismatch(amount.dimension, days, at.from);
  return { type: 'date', node: operate(op === '+' ? 'add' : 'subtract', left.node, amount.node), said };
}

export function arithmetic(op: '+' | '-' | '*' | '/', left: Typed, right: Typed, at: Ast): Typed {
  if ((op === '+' || op === '-') && (left.type === 'date' || right.type === 'date'))
    return dateArithmetic(op, left, right, at);
  const [l, r] = [asNumber(left, at.from), asNumber(right, at.from)];
  const percent = (l.percent || r.percent) && (op === '+' || op === '-');
  switch (op) {
    case '+':
    case '-': {
      const dimension = together(l.dimension, r.dimension, at.from);
      const kind = op === '+' ? 'add' : 'subtract';
      return numberOf(
        operate(kind, l.node, r.node),
        dimension,
        joined(l.said, op === '+' ? '+' : '−', r.said, 2, op === '-'),
        percent,
      );
    }
    case '*':
    case '/': {
      const dimension = timesDimension(l.dimension, r.dimension, op === '*' ? 1 : -1);
      const made = operate(op === '*' ? 'multiply' : 'divide', l.node, r.node, at.from);
      const share = op === '/' && l.dimension !== 'any' && r.dimension !== 'any' && dimensionName(dimension) === '';
      return numberOf(made, dimension, joined(l.said, op === '*' ? '×' : '÷', r.said, 1, op === '/'), share);
    }
  }
}

export function extreme(kind: 'min' | 'max', args: TypedNumber[], offset: number): TypedNumber {
  const words = { zh: args.map((arg) => arg.said.zh).join('、'), en: args.map((arg) => arg.said.en).join(', ') };
  const said = {
    zh: `${words.zh} 中${kind === 'min' ? '较小' : '较大'}者`,
    en: `the ${kind === 'min' ? 'smallest' : 'largest'} of ${words.en}`,
    level: 2 as const,
  };
  const first = args[0]!;
  return args.slice(1).reduce((left, right) => {
    const [a, b] = [constantOf(left.node), constantOf(right.node)];
    const smaller = a && b ? (a.compare(b) <= 0 ? a : b) : null;
    const larger = a && b ? (a.compare(b) >= 0 ? a : b) : null;
    const folded = kind === 'min' ? smaller : larger;
    const node: NumberNode = folded ? constant(folded) : { kind, left: left.node, right: right.node };
    return numberOf(node, together(left.dimension, right.dimension, offset), said, left.percent || right.percent);
  }, first);
}

/** The number where it is above zero, undefined elsewhere: the base of a growth rate. */
export function positiveBase(base: NumberNode): NumberNode {
  const reason = { zh: '增长的基数为零或负数，增长率无从计算', en: 'the base of the growth is zero or negative' };
  return {
    kind: 'cases',
    cases: [{ when: { kind: 'compare', op: '>', left: base, right: constant(Rational.zero) }, value: base }],
    otherwise: { kind: 'undefined', reason },
  };
}
