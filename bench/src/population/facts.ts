import { dayOf } from '@forest/domain';
import type { Columns } from '@forest/rules';
import { AS_OF } from './hnte-eight.ts';

/** One enterprise as the engines for single cases take it; null is missing. Dates are days, money is 万元. */
export interface EnterpriseFacts {
  daysRegistered: number | null;
  ipItems: number | null;
  techField: string | null;
  techStaff: number | null;
  staff: number | null;
  sales0: number | null;
  sales1: number | null;
  sales2: number | null;
  rd0: number | null;
  rd1: number | null;
  rd2: number | null;
  rdDomestic0: number | null;
  rdDomestic1: number | null;
  rdDomestic2: number | null;
  highTechIncome: number | null;
  totalIncome: number | null;
  hasMajorAccident: boolean | null;
}

export function enterpriseFacts(columns: Columns, row: number): EnterpriseFacts {
  const index = (fact: string, year: number | null) =>
    columns.slots.findIndex((s) => s.fact === fact && s.yearOffset === year);
  const number = (fact: string, year: number | null) => {
    const value = columns.values[index(fact, year)]![row]!;
    return Number.isNaN(value) ? null : value;
  };
  const field = index('techField', null);
  const registered = number('registrationDate', null);
  const accident = number('hasMajorAccident', null);
  return {
    daysRegistered: registered === null ? null : dayOf(AS_OF) - registered,
    ipItems: number('ipItems', null),
    techField: columns.dictionaries[field]!.textOf(columns.values[field]![row]!) ?? null,
    techStaff: number('techStaff', 0),
    staff: number('staff', 0),
    sales0: number('sales', 0),
    sales1: number('sales', -1),
    sales2: number('sales', -2),
    rd0: number('rd', 0),
    rd1: number('rd', -1),
    rd2: number('rd', -2),
    rdDomestic0: number('rdDomestic', 0),
    rdDomestic1: number('rdDomestic', -1),
    rdDomestic2: number('rdDomestic', -2),
    highTechIncome: number('highTechIncome', 0),
    totalIncome: number('totalIncome', 0),
    hasMajorAccident: accident === null ? null : accident === 1,
  };
}
