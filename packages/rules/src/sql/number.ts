import type { NumberNode } from '../tree.ts';
import type { SqlContext } from './to-sql.ts';
import { sqlTruth } from './truth.ts';

/**
 * A number as two `numeric` expressions. The denominator is positive; the numerator is null exactly when the number is
 * unknown. There is no division anywhere, hence no rounding.
 */
export interface SqlFraction {
  num: string;
  den: string;
}

export function sqlNumber(c: SqlContext, node: NumberNode): SqlFraction {
  switch (node.kind) {
    case 'constant':
      return { num: literal(node.value.n), den: literal(node.value.d) };
    case 'undefined':
      return { num: 'null::numeric', den: '1' };
    case 'slot':
      return { num: c.slot(node.slot), den: '1' };
    case 'asOf':
      return { num: c.asOf(), den: '1' };
    case 'asOfYear':
      return { num: c.asOfYear(), den: '1' };
    case 'negate': {
      const of = sqlNumber(c, node.of);
      return { num: `(-${of.num})`, den: of.den };
    }
    case 'cases':
      return sqlCases(c, node);
    default:
      return combined(c, node.kind, sqlNumber(c, node.left), sqlNumber(c, node.right));
  }
}

function combined(
  c: SqlContext,
  kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max',
  left: SqlFraction,
  right: SqlFraction,
): SqlFraction {
  const name = (expression: string) => c.query.define('n', expression);
  if (kind === 'multiply') return { num: name(times(left.num, right.num)), den: name(times(left.den, right.den)) };
  if (kind === 'divide') {
    const by = name(right.num);
    const num = name(times(left.num, right.den));
    const den = `abs(${by})`;
    return {
      num: name(`case when ${by} > 0 then ${num} when ${by} < 0 then -${num} end`),
      den: name(times(left.den, `case when ${by} = 0 then 1 else ${den} end`)),
    };
  }
  const [a, b, den] = overOneDenominator(c, left, right);
  if (kind === 'add') return { num: name(`${a} + ${b}`), den };
  if (kind === 'subtract') return { num: name(`${a} - ${b}`), den };
  // least() and greatest() would skip a null.
  const order = kind === 'min' ? '<=' : '>=';
  return { num: name(`case when ${a} ${order} ${b} then ${a} when ${a} is not null then ${b} end`), den };
}

/** Both numerators over one denominator. */
export function overOneDenominator(c: SqlContext, left: SqlFraction, right: SqlFraction): [string, string, string] {
  const name = (expression: string) => c.query.define('n', expression);
  if (left.den === right.den) return [name(left.num), name(right.num), left.den];
  return [name(times(left.num, right.den)), name(times(right.num, left.den)), name(times(left.den, right.den))];
}

function sqlCases(c: SqlContext, node: Extract<NumberNode, { kind: 'cases' }>): SqlFraction {
  const tests = node.cases.map(({ when }) => c.query.define('when', sqlTruth(c, when)));
  const values = [...node.cases.map(({ value }) => value), node.otherwise].map((value) => sqlNumber(c, value));
  const select = (of: (value: SqlFraction) => string) => {
    const branches = tests.map((test, k) => `when ${test} then ${of(values[k]!)} when ${test} is null then null`);
    return c.query.define('n', `case ${branches.join(' ')} else ${of(values.at(-1)!)} end`);
  };
  const oneDenominator = values.every(({ den }) => den === values[0]!.den);
  return { num: select((v) => v.num), den: oneDenominator ? values[0]!.den : select((v) => v.den) };
}

function times(a: string, b: string): string {
  if (a === '1') return b;
  if (b === '1') return a;
  return `${wrapped(a)} * ${wrapped(b)}`;
}

function wrapped(expression: string): string {
  return /^("[^"]+"|\d+|\(-?\d+\)|\$\d+::\w+)$/.test(expression) ? expression : `(${expression})`;
}

function literal(value: bigint): string {
  const text = value < 0n ? `(${value})` : `${value}`;
  // Two literals would otherwise be multiplied as machine integers.
  return value > -10_000n && value < 10_000n ? text : `${text}::numeric`;
}
