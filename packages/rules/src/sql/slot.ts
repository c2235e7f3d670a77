import { slotName } from '../population/names.ts';
import type { Slot } from '../tree.ts';
import { type Query, quoted } from './query.ts';

/** Column of a slot: the fact of the right year, null where it is missing or of another type. */
export function sqlSlot(query: Query, index: number, lastYear: number): string {
  const slot = query.tree.slots[index]!;
  const year = slot.yearOffset === null ? 0 : lastYear + slot.yearOffset;
  const pick = slot.kind === 'flag' ? 'bool_or' : 'max';
  const picked = `${pick}(${storedValue(slot)}) filter (where year = ${year})`;
  const missing = slot.derive.as === 'year' ? slot.derive.ifMissing : undefined;
  return query.slotColumn(slotName(slot), missing === undefined ? picked : `coalesce(${picked}, ${missing})`);
}

function storedValue(slot: Slot): string {
  const fact = quoted(slot.fact);
  const typed = (type: string, value: string) =>
    `case when jsonb_typeof(facts -> ${fact}) = '${type}' then ${value} end`;
  switch (slot.kind) {
    case 'number':
      return typed('number', `(facts ->> ${fact})::numeric`);
    case 'flag':
      return typed('boolean', `(facts ->> ${fact})::boolean`);
    case 'text':
      return typed('string', `facts ->> ${fact}`);
    case 'date': {
      const text = `facts ->> ${fact}`;
      const exists = `${text} ~ '^\\d{4}-\\d{2}-\\d{2}$' and pg_input_is_valid(${text}, 'date')`;
      return `case when ${exists} then (${derivedDate(slot, `(${text})::date`)})::numeric end`;
    }
  }
}

function derivedDate(slot: Slot, date: string): string {
  if (slot.derive.as === 'year') return `extract(year from ${date})`;
  if (slot.derive.as === 'value') return `${date} - date '1970-01-01'`;
  // PostgreSQL, too, goes to the last day of a month that has no such day.
  return `(${date} + interval '${slot.derive.months} months')::date - date '1970-01-01'`;
}
