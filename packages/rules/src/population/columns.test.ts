import { dayOf } from '@forest/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOf } from '../facts/row.ts';
import { arbitraryFacts } from '../testing/arbitrary-facts.ts';
import { fillColumns } from '../testing/fill-columns.ts';
import { SAMPLE_SLOTS } from '../testing/sample-facts.ts';
import { buildColumns, rowAt } from './columns.ts';
import { mergeSlots } from './slots.ts';

const AS_OF = '2024-06-01';
const PLACES = SAMPLE_SLOTS.map((_, slot) => slot);
const NOTHING = { asOf: AS_OF, enterprise: {}, years: {} };
const own = (columns: ReturnType<typeof buildColumns>, row: number) => rowAt(columns, row, PLACES, dayOf(AS_OF));

test('stored facts reach the slots of their year, as they do when one enterprise is judged', () => {
  fc.assert(
    fc.property(arbitraryFacts(AS_OF), (facts) => {
      const columns = fillColumns(SAMPLE_SLOTS, [NOTHING, facts]);
      expect(own(columns, 1)).toEqual(rowOf({ slots: SAMPLE_SLOTS }, facts));
      columns.clear();
      expect(own(columns, 1)).toEqual(own(columns, 0));
    }),
  );
});

test('a fact of the wrong type counts as missing', () => {
  const columns = buildColumns(SAMPLE_SLOTS, 1);
  columns.setFacts(0, null, { staff: '12', accident: 1, registrationDate: '2023-02-29', industryCode: 65 });
  expect(own(columns, 0)).toEqual(rowOf({ slots: SAMPLE_SLOTS }, NOTHING));
});

test('a negative amount that the dictionary rules out makes the row odd', () => {
  const columns = buildColumns(SAMPLE_SLOTS, 3);
  columns.setFacts(0, -1, { sales: -1 });
  columns.setFacts(1, -1, { sales: 1e300 });
  columns.setFacts(2, -1, { sales: 1.5 });
  expect([...columns.odd]).toEqual([0, 1]);
});

test('rules that read the same cell share one column', () => {
  const moved = { ...SAMPLE_SLOTS[9]!, derive: { as: 'plusMonths' as const, months: 14 } };
  const merged = mergeSlots([{ slots: SAMPLE_SLOTS }, { slots: [moved, SAMPLE_SLOTS[0]!] }]);
  expect(merged.slots).toHaveLength(SAMPLE_SLOTS.length + 1);
  expect(merged.places[1]).toEqual([SAMPLE_SLOTS.length, 0]);
});
