import { parseDay, plusMonths, yearOf } from '@forest/domain';
import type { Slot } from '../tree.ts';
import type { Row } from './row.ts';

export type FactValue = number | boolean | string;

/** Facts of one enterprise as they are kept: standing ones, and annual ones by year offset (0 = last full year). */
export interface SampleFacts {
  standing: Record<string, FactValue>;
  annual: Record<number, Record<string, FactValue>>;
}

/** The slots of every sample tree: each kind and derivation, annual and standing, with and without a sign. */
export const SAMPLE_SLOTS: Slot[] = [
  slot('sales', 0, 'number', true),
  slot('sales', -1, 'number', true),
  slot('rd', 0, 'number', true),
  slot('staff', null, 'number', true),
  slot('profit', 0, 'number', false),
  slot('netAssets', null, 'number', false),
  slot('expertPoints', null, 'number', true),
  slot('accident', null, 'flag', true),
  slot('audited', 0, 'flag', true),
  slot('registrationDate', null, 'date', false),
  { ...slot('registrationDate', null, 'date', false), derive: { as: 'plusMonths', months: 13 } },
  { ...slot('registrationDate', null, 'date', false), derive: { as: 'year' } },
  { ...slot('registrationDate', null, 'date', false), derive: { as: 'year', ifMissing: 2021 } },
  slot('industryCode', null, 'text', false),
  slot('region', 0, 'text', false),
];

export const EXPERT_POINTS = SAMPLE_SLOTS.findIndex((s) => s.fact === 'expertPoints');

function slot(fact: string, yearOffset: number | null, kind: Slot['kind'], nonNegative: boolean): Slot {
  return { fact, yearOffset, kind, derive: { as: 'value' }, nonNegative };
}

export function sampleRow(facts: SampleFacts, slots: Slot[] = SAMPLE_SLOTS): Row {
  return slots.map((s) => {
    const value = s.yearOffset === null ? facts.standing[s.fact] : facts.annual[s.yearOffset]?.[s.fact];
    if (s.kind === 'text') return typeof value === 'string' ? value : undefined;
    if (s.kind === 'flag') return typeof value === 'boolean' ? Number(value) : Number.NaN;
    if (s.kind === 'number') return typeof value === 'number' ? value : Number.NaN;
    const day = typeof value === 'string' ? parseDay(value) : null;
    if (day === null) return s.derive.as === 'year' ? (s.derive.ifMissing ?? Number.NaN) : Number.NaN;
    if (s.derive.as === 'year') return yearOf(day);
    return s.derive.as === 'plusMonths' ? plusMonths(day, s.derive.months) : day;
  });
}
