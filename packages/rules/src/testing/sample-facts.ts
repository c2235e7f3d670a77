import type { Slot } from '../tree.ts';

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
