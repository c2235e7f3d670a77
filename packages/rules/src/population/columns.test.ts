import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFacts } from '../testing/arbitrary-facts.ts';
import { SAMPLE_SLOTS, sampleRow } from '../testing/sample-facts.ts';
import { buildColumns } from './columns.ts';
import { mergeSlots } from './slots.ts';

const SALES = SAMPLE_SLOTS.findIndex((s) => s.fact === 'sales' && s.yearOffset === -1);

test('stored facts reach the slots of their year, whatever the order in which years arrive', () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      const columns = buildColumns(SAMPLE_SLOTS, 3);
      for (const [offset, values] of Object.entries(facts.annual)) columns.setFacts(1, Number(offset), values);
      columns.setFacts(1, null, facts.standing);
      expect(columns.getRow(1)).toEqual(sampleRow(facts));
      expect(columns.getRow(0)).toEqual(sampleRow({ standing: {}, annual: {} }));
      columns.clear();
      expect(columns.getRow(1)).toEqual(columns.getRow(0));
    }),
  );
});

test('a fact of the wrong type counts as missing', () => {
  const columns = buildColumns(SAMPLE_SLOTS, 1);
  columns.setFacts(0, null, { staff: '12', accident: 1, registrationDate: '2023-02-29', industryCode: 65 });
  expect(columns.getRow(0)).toEqual(sampleRow({ standing: {}, annual: {} }));
});

test('a negative amount that the dictionary rules out makes the row odd', () => {
  const columns = buildColumns(SAMPLE_SLOTS, 3);
  columns.setFacts(0, -1, { sales: -1 });
  columns.setFacts(1, -1, { sales: 1e300 });
  columns.setFacts(2, -1, { sales: 1.5 });
  expect([...columns.odd]).toEqual([0, 1]);
  expect(columns.values[SALES]?.[2]).toBe(1.5);
});

test('rules that read the same cell share one column', () => {
  const [sales] = SAMPLE_SLOTS;
  const moved = { ...SAMPLE_SLOTS[9]!, derive: { as: 'plusMonths' as const, months: 14 } };
  const merged = mergeSlots([{ slots: SAMPLE_SLOTS }, { slots: [moved, sales!] }]);
  expect(merged.slots).toHaveLength(SAMPLE_SLOTS.length + 1);
  expect(merged.places[1]).toEqual([SAMPLE_SLOTS.length, 0]);
});
