import { isoOf } from '@forest/domain';
import fc from 'fast-check';
import type { FactSet, FactValue } from '../facts/fact-set.ts';
import { nextDouble } from './neighbours.ts';
import { SAMPLE_SLOTS } from './sample-facts.ts';

/** Round numbers that thresholds like, numbers without a short binary form, and nothing at all. */
const ROUND = [0, 1, 2, 3, 5, 10, 20, 50, 70, 100, 365, 5000, 20000, 0.05, 0.1, 0.2, 0.3, 0.6, 0.7, 1.1];

const decimal = fc.integer({ min: 0, max: 3_000_000 }).map((cents) => cents / 100);

/** Values at a likely threshold, one decimal digit beside it, one double beside it, and ordinary money. */
export const arbitraryAmount: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ROUND) },
  { weight: 2, arbitrary: fc.constantFrom(...ROUND).map((v) => Number((v + 0.01).toFixed(2))) },
  { weight: 1, arbitrary: fc.constantFrom(...ROUND).map((v) => nextDouble(v, 1)) },
  { weight: 1, arbitrary: fc.constantFrom(...ROUND).map((v) => nextDouble(v, -1)) },
  { weight: 3, arbitrary: decimal },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 ** 9 }).map((v) => v / 1e6) },
);

const arbitraryDate = fc.oneof(
  fc.constantFrom('2024-01-31', '2023-01-31', '2023-02-28', '2024-02-29', '2023-06-01', '1999-12-31'),
  fc.integer({ min: 9000, max: 20500 }).map(isoOf),
);

export const SAMPLE_TEXTS = ['I', 'I65', 'I651', '65', '建邺', '建邺区', '%', '_', "O'x\\", ''];

function arbitraryValue(index: number): fc.Arbitrary<FactValue> {
  const slot = SAMPLE_SLOTS[index]!;
  if (slot.fact === 'expertPoints') return fc.integer({ min: 0, max: 30 });
  if (slot.kind === 'flag') return fc.boolean();
  if (slot.kind === 'date') return arbitraryDate;
  if (slot.kind === 'text') return fc.constantFrom(...SAMPLE_TEXTS);
  if (slot.nonNegative) return arbitraryAmount;
  return fc.tuple(arbitraryAmount, fc.boolean()).map(([value, minus]) => (minus ? -value : value));
}

/**
 * Facts for the sample slots; each is missing in about one case of eight.
 * @param asOf ISO date
 */
export function arbitraryFacts(asOf: string): fc.Arbitrary<FactSet> {
  const lastYear = Number(asOf.slice(0, 4)) - 1;
  const cells = SAMPLE_SLOTS.map((_, index) => fc.option(arbitraryValue(index), { freq: 7, nil: undefined }));
  return fc.tuple(...cells).map((values) => {
    const enterprise: Record<string, FactValue> = {};
    const years: Record<string, Record<string, FactValue>> = {};
    SAMPLE_SLOTS.forEach((slot, index) => {
      const value = values[index];
      if (value === undefined) return;
      if (slot.yearOffset === null) enterprise[slot.fact] = value;
      else years[lastYear + slot.yearOffset] = { ...years[lastYear + slot.yearOffset], [slot.fact]: value };
    });
    return { asOf, enterprise, years };
  });
}
