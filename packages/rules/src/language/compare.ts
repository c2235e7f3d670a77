import { Rational } from '@forest/domain';
import type { Comparison, TruthNode } from '../tree.ts';
import { sameDimension } from './dimension.ts';
import { ContentFault } from './fault.ts';
import { unitMismatch, wrongType } from './faults.ts';
import { asNumber, constantOf, operate, positiveBase } from './numbers.ts';
import { constant, type Typed, type TypedNumber, typeNames } from './typed.ts';

const mirrored: Record<Comparison, Comparison> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>', '=': '=', '!=': '!=' };

/** Compound growth against a constant rate, without a root: to ⋈ from·(1+r)^n, from > 0 (BND-03). */
function compareGrowth(
  growth: NonNullable<TypedNumber['growth']>,
  op: Comparison,
  right: Typed,
  offset: number,
): TruthNode {
  const limit = asNumber(right, offset);
  const rate = constantOf(limit.node);
  if (!rate || !sameDimension(limit.dimension, []))
    throw new ContentFault(
      'compound-growth-in-arithmetic',
      { zh: '复合增长率只能与固定比率比较', en: 'Compound growth can only be compared with a constant rate' },
      { zh: '在右边写一个百分数，如 20%。', en: 'Write a percentage on the other side, such as 20%.' },
      offset,
    );
  const factor = Rational.one.plus(rate).power(growth.periods);
  const needed = operate('multiply', positiveBase(growth.from), constant(factor));
  return { kind: 'compare', op, left: growth.to, right: needed };
}

function compareTexts(left: Typed, op: Comparison, right: Typed, offset: number): TruthNode {
  const [text, literal] = left.type === 'text' ? [left, right] : [right, left];
  if (text.type !== 'text') throw wrongType(typeNames.text, text, offset);
  if (literal.type !== 'textLiteral' || (op !== '=' && op !== '!='))
    throw new ContentFault(
      'text-comparison',
      { zh: '文本只能用 = 或 != 与引号内的文本比较', en: 'Texts can only be compared by = or != with a quoted text' },
      { zh: '改用 oneOf 或 startsWith 检查。', en: 'Use the checks oneOf or startsWith.' },
      offset,
    );
  const node: TruthNode = { kind: 'textIn', slot: text.slot, values: [literal.value], match: 'exact' };
  return op === '=' ? node : { kind: 'not', of: node };
}

function compareTruths(left: TruthNode, op: Comparison, right: TruthNode, offset: number): TruthNode {
  const [truth, expected] = left.kind === 'constantTruth' ? [right, left] : [left, right];
  if (expected.kind !== 'constantTruth' || (op !== '=' && op !== '!='))
    throw new ContentFault(
      'truth-comparison',
      { zh: '是否只能与 true 或 false 比较', en: 'A yes/no can only be compared with true or false' },
      { zh: '用 and、or、not() 组合条件。', en: 'Combine conditions with and, or and not().' },
      offset,
    );
  return expected.value === (op === '=') ? truth : { kind: 'not', of: truth };
}

/**
 * Lowers one comparison of typed expressions.
 * @throws ContentFault when kinds or units do not go together.
 */
export function compareTyped(left: Typed, op: Comparison, right: Typed, offset = 0): TruthNode {
  if (left.type === 'text' || right.type === 'text') return compareTexts(left, op, right, offset);
  if (left.type === 'truth' && right.type === 'truth') return compareTruths(left.node, op, right.node, offset);
  if (left.type === 'date' && right.type === 'date') return { kind: 'compare', op, left: left.node, right: right.node };
  if (left.type === 'date') throw wrongType(typeNames.date, right, offset);
  if (left.type === 'number' && left.growth) return compareGrowth(left.growth, op, right, offset);
  if (right.type === 'number' && right.growth) return compareGrowth(right.growth, mirrored[op], left, offset);
  const [l, r] = [asNumber(left, offset), asNumber(right, offset)];
  if (!sameDimension(l.dimension, r.dimension)) throw unitMismatch(l.dimension, r.dimension, offset);
  return { kind: 'compare', op, left: l.node, right: r.node };
}
