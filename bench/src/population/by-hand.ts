import { dayOf } from '@forest/domain';
import { BLOCK, type Columns, type Judgements, type RuleTree, textTable } from '@forest/rules';
import { AS_OF, FIELDS } from './hnte-eight.ts';

/**
 * The same eight criteria as an engineer would write them for speed: one loop, no branch, cross-multiplied shares, the
 * band chosen by adding bits, both masks, missing values. No guard at the thresholds.
 */
export function judgeByHand(tree: RuleTree, columns: Columns, out: Judgements): void {
  const asOf = dayOf(AS_OF);
  const column = (fact: string, year: number | null) => {
    const slot = tree.slots.findIndex((s) => s.fact === fact && s.yearOffset === year);
    return columns.values[slot]!;
  };
  const field = tree.slots.findIndex((s) => s.fact === 'techField');
  const fieldTable = textTable({ values: FIELDS, match: 'exact' }, columns.dictionaries[field]!, undefined);
  const years = (fact: string) => [0, -1, -2].map((year) => column(fact, year) as Float64Array);
  const [sales0, sales1, sales2] = years('sales') as [Float64Array, Float64Array, Float64Array];
  const [rd0, rd1, rd2] = years('rd') as [Float64Array, Float64Array, Float64Array];
  const [home0, home1, home2] = years('rdDomestic') as [Float64Array, Float64Array, Float64Array];
  for (let from = 0; from < columns.count; from += BLOCK) {
    loop(
      from,
      Math.min(columns.count, from + BLOCK),
      asOf,
      column('registrationDate', null) as Float64Array,
      column('ipItems', null) as Float64Array,
      columns.values[field] as Int32Array,
      fieldTable,
      column('techStaff', 0) as Float64Array,
      column('staff', 0) as Float64Array,
      sales0,
      sales1,
      sales2,
      rd0,
      rd1,
      rd2,
      home0,
      home1,
      home2,
      column('highTechIncome', 0) as Float64Array,
      column('totalIncome', 0) as Float64Array,
      column('hasMajorAccident', null) as Float64Array,
      out.verdict,
      out.met,
      out.notMet,
    );
  }
}

function loop(
  from: number,
  to: number,
  asOf: number,
  registered: Float64Array,
  ipItems: Float64Array,
  techField: Int32Array,
  fieldTable: Uint8Array,
  techStaff: Float64Array,
  staff: Float64Array,
  sales0: Float64Array,
  sales1: Float64Array,
  sales2: Float64Array,
  rd0: Float64Array,
  rd1: Float64Array,
  rd2: Float64Array,
  home0: Float64Array,
  home1: Float64Array,
  home2: Float64Array,
  highTech: Float64Array,
  income: Float64Array,
  accident: Float64Array,
  verdict: Uint8Array,
  met: Int32Array,
  notMet: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    const days = asOf - registered[i]!;
    const field = fieldTable[techField[i]!]!;
    const people = staff[i]!;
    const tech = techStaff[i]! * 10;
    const last = sales0[i]!;
    const sales = last + sales1[i]! + sales2[i]!;
    const rd = rd0[i]! + rd1[i]! + rd2[i]!;
    const required = (3 + +(last <= 20000) + +(last <= 5000)) * sales;
    const home = (home0[i]! + home1[i]! + home2[i]!) * 5;
    const all = income[i]! * 3;
    const high = highTech[i]! * 5;
    const yes =
      +(days >= 365) |
      (+(ipItems[i]! >= 1) << 1) |
      ((field & 1) << 2) |
      ((+(tech >= people) & +(people > 0)) << 3) |
      ((+(rd * 100 >= required) & +(sales > 0)) << 4) |
      ((+(home >= rd * 3) & +(rd > 0)) << 5) |
      ((+(high >= all) & +(all > 0)) << 6) |
      (+(accident[i]! === 0) << 7);
    const no =
      +(days < 365) |
      (+(ipItems[i]! < 1) << 1) |
      ((field >> 1) << 2) |
      ((+(tech < people) & +(people > 0)) << 3) |
      ((+(rd * 100 < required) & +(sales > 0)) << 4) |
      ((+(home < rd * 3) & +(rd > 0)) << 5) |
      ((+(high < all) & +(all > 0)) << 6) |
      (+(accident[i]! === 1) << 7);
    met[i] = yes;
    notMet[i] = no;
    verdict[i] = 1 + +(yes === 255) - +(no !== 0);
  }
}
