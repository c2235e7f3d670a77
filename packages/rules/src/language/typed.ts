import { Rational, type Text } from '@forest/domain';
import type { MeasureView, NumberNode, TruthNode } from '../tree.ts';
import { type Dimension, dimensionName } from './dimension.ts';
import type { Said } from './said.ts';

/** What an expression means once its names and units are known. */
export type Typed =
  | {
      type: 'number';
      node: NumberNode;
      dimension: Dimension;
      said: Said;
      percent: boolean;
      growth: CompoundGrowth | null;
    }
  | { type: 'date'; node: NumberNode; said: Said }
  | { type: 'truth'; node: TruthNode; said: Said }
  | { type: 'text'; slot: number; said: Said }
  | { type: 'textLiteral'; value: string; said: Said };

export type TypedNumber = Extract<Typed, { type: 'number' }>;

/** Roots never enter a decision: a compound rate is only ever compared, as a product. */
export interface CompoundGrowth {
  from: NumberNode;
  to: NumberNode;
  periods: number;
}

export const typeNames: Record<Typed['type'], Text> = {
  number: { zh: '数值', en: 'a number' },
  date: { zh: '日期', en: 'a date' },
  truth: { zh: '是否', en: 'a yes/no' },
  text: { zh: '文本', en: 'a text' },
  textLiteral: { zh: '文本', en: 'a text' },
};

export const constant = (value: Rational): NumberNode => ({ kind: 'constant', value });

export function numberOf(node: NumberNode, dimension: Dimension, said: Said, percent = false): TypedNumber {
  return { type: 'number', node, dimension, said, percent, growth: null };
}

/** Display unit; a ratio reads as % when either side was written so. */
export function unitOf(typed: Typed, percent: boolean): string {
  if (typed.type === 'date') return '日期';
  if (typed.type !== 'number') return '';
  return dimensionName(typed.dimension) || (percent ? '%' : '');
}

export function viewOf(typed: Typed): MeasureView {
  switch (typed.type) {
    case 'number':
      return typed.growth ? { kind: 'compoundGrowth', ...typed.growth } : { kind: 'number', node: typed.node };
    case 'date':
      return { kind: 'number', node: typed.node };
    case 'text':
      return { kind: 'text', slot: typed.slot };
    default:
      return { kind: 'number', node: constant(Rational.zero) };
  }
}
