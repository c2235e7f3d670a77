import { parseQuantity, type Quantity } from '@forest/domain';
import type { RawTerm } from '../content/raw-check.ts';
import { formatQuantity } from '../render/quantity.ts';
import { type Dimension, dimensionName, dimensionOf, sameDimension } from './dimension.ts';
import { dateLiteral, readExpression } from './expression.ts';
import { ContentFault } from './fault.ts';
import { unitMismatch } from './faults.ts';
import { word } from './said.ts';
import type { Env } from './scope.ts';
import { constant, numberOf, type Typed } from './typed.ts';

/** Words for a literal; a bare number takes the unit of what it is compared with. */
function literal(quantity: Quantity, beside: Dimension | null): Typed {
  const dimension: Dimension = quantity.unit ? dimensionOf(quantity.unit) : 'any';
  const unit = quantity.unit ?? (beside ? dimensionName(beside) : '');
  const said = word(formatQuantity(quantity.value, unit, 'zh'), formatQuantity(quantity.value, unit, 'en'));
  return numberOf(constant(quantity.value), dimension, said, quantity.unit === '%');
}

/** A measure or a date: an expression. `path` is where its text stands. */
export function readMeasure(raw: RawTerm, env: Env): Typed {
  return typeof raw === 'number'
    ? literal({ value: parseQuantity(raw)!.value, unit: null }, null)
    : readExpression(raw, env);
}

/** A value to compare with: a literal with its unit, an ISO date, or an expression. */
export function readTerm(raw: RawTerm, env: Env, beside: Typed | null): Typed {
  const dimension = beside?.type === 'number' ? beside.dimension : null;
  const quantity = parseQuantity(raw);
  if (quantity) {
    const typed = literal(quantity, dimension);
    if (typed.type === 'number' && dimension && !sameDimension(typed.dimension, dimension))
      throw unitMismatch(typed.dimension, dimension);
    return typed;
  }
  if (typeof raw === 'number') return readExpression(String(raw), env);
  return dateLiteral(raw) ?? readExpression(raw, env);
}

/** A whole count of days, months or years, with or without its unit. */
export function readSpan(raw: RawTerm, unit: '天' | '个月' | '年'): number {
  const quantity = parseQuantity(raw);
  if (quantity && quantity.value.d === 1n && quantity.value.n >= 0n && (!quantity.unit || quantity.unit === unit))
    return Number(quantity.value.n);
  throw new ContentFault(
    'span',
    { zh: `时长 ${raw} 应是整数，单位${unit}`, en: `The span ${raw} must be a whole number of ${unit}` },
    { zh: `写成例如 12 ${unit}。`, en: `Write for instance 12 ${unit}.` },
  );
}
