import { dayOf } from '@forest/domain';
import { buildColumns, type Columns, type RuleTree } from '@forest/rules';
import { randomFrom } from '../random.ts';
import { AS_OF, FIELDS } from './hnte-eight.ts';

const MISSING = 0.03;

/**
 * A made-up district: log-normal sales, R&D around the bands, whole numbers of people, amounts to a hundredth of 万元,
 * 3 % of all cells missing. About one enterprise in eight meets every criterion.
 */
export function makeDistrict(tree: RuleTree, count: number): Columns {
  const random = randomFrom(2024);
  const columns = buildColumns(tree.slots, count);
  const asOf = dayOf(AS_OF);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const money = (value: number) => Math.round(Math.max(0, value) * 100) / 100;
  const place = new Map(tree.slots.map((s, index) => [`${s.fact} ${s.yearOffset ?? ''}`.trim(), index]));
  const row = { numbers: new Float64Array(tree.slots.length), texts: [] as (string | undefined)[] };
  const set = (slot: string, value: number | string) => {
    const missing = random() < MISSING;
    if (typeof value === 'string') row.texts[place.get(slot)!] = missing ? undefined : value;
    else row.numbers[place.get(slot)!] = missing ? Number.NaN : value;
  };
  for (let i = 0; i < count; i++) {
    let sales = Math.exp(7.5 + 1.6 * normal());
    const share = 0.02 + 0.08 * random();
    for (const year of [-2, -1, 0]) {
      const rd = sales * share * (0.8 + 0.4 * random());
      set(`sales ${year}`, money(sales));
      set(`rd ${year}`, money(rd));
      set(`rdDomestic ${year}`, money(rd * (0.45 + 0.6 * random())));
      if (year === 0) {
        const income = sales * (1 + 0.05 * random());
        set('totalIncome 0', money(income));
        set('highTechIncome 0', money(income * (0.4 + 0.6 * random())));
      }
      sales *= 0.8 + 0.6 * random();
    }
    const staff = 1 + Math.floor(Math.exp(3.2 + normal()));
    set('staff 0', staff);
    set('techStaff 0', Math.floor(staff * (0.05 + 0.25 * random())));
    set('registrationDate', asOf - 100 - Math.floor(random() * 6000));
    set('ipItems', Math.floor(random() * 8));
    set('techField', random() < 0.85 ? FIELDS[Math.floor(random() * FIELDS.length)]! : '其他');
    set('hasMajorAccident', random() < 0.01 ? 1 : 0);
    columns.setRow(i, row);
  }
  return columns;
}
