import { dayOf, yearOf } from '@forest/domain';
import type { FactSet } from '../facts/fact-set.ts';
import { buildColumns, type Columns } from '../population/columns.ts';
import type { Slot } from '../tree.ts';

/** Columns as a census fills them: year by year from stored facts. */
export function fillColumns(slots: readonly Slot[], enterprises: readonly FactSet[]): Columns {
  const columns = buildColumns(slots, enterprises.length);
  for (const [row, { asOf, enterprise, years }] of enterprises.entries()) {
    const lastYear = yearOf(dayOf(asOf)) - 1;
    for (const [year, facts] of Object.entries(years)) columns.setFacts(row, Number(year) - lastYear, facts);
    columns.setFacts(row, null, enterprise);
  }
  return columns;
}
