import type { FactUnit } from '@forest/domain';

/** Product of units with exponents, in writing order; the empty list is a ratio. `any` fits every unit (a bare number). */
export type Dimension = readonly { unit: FactUnit; power: number }[] | 'any';

export const ratio: Dimension = [];

export function dimensionOf(unit: FactUnit): Dimension {
  return unit === '%' ? ratio : [{ unit, power: 1 }];
}

export function timesDimension(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  if (a === 'any' && b === 'any') return 'any';
  const result = a === 'any' ? [] : a.map((part) => ({ ...part }));
  for (const { unit, power } of b === 'any' ? [] : b) {
    const same = result.find((part) => part.unit === unit);
    if (same) same.power += sign * power;
    else result.push({ unit, power: sign * power });
  }
  return result.filter((part) => part.power !== 0);
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  if (a === 'any' || b === 'any') return true;
  return a.length === b.length && a.every((x) => b.some((y) => y.unit === x.unit && y.power === x.power));
}

/** `万元`, `万元/人`, or empty for a ratio and for a bare number. */
export function dimensionName(dimension: Dimension): string {
  if (dimension === 'any') return '';
  const write = (sign: 1 | -1) =>
    dimension
      .filter((part) => part.power * sign > 0)
      .map((part) => (Math.abs(part.power) === 1 ? part.unit : `${part.unit}^${Math.abs(part.power)}`))
      .join('·');
  const [above, below] = [write(1), write(-1)];
  return below ? `${above || '1'}/${below}` : above;
}
