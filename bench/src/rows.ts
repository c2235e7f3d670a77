import { type Row, type RuleTree, rowOf } from '@forest/rules';
import { randomFrom } from './random.ts';

/** Rows for a rule's own slots: amounts, days, flags and texts that its tests may or may not accept; 5 % missing. */
export function makeRows(tree: Pick<RuleTree, 'slots'>, asOf: string, count: number): Row[] {
  const random = randomFrom(5);
  const blank = rowOf(tree, { asOf, enterprise: {}, years: {} });
  return Array.from({ length: count }, () => {
    const row: Row = { ...blank, numbers: new Float64Array(blank.numbers), texts: [...blank.texts] };
    for (const [slot, { kind, derive }] of tree.slots.entries()) {
      if (random() < 0.05) continue;
      if (kind === 'text') row.texts[slot] = random() < 0.5 ? '新材料' : '其他';
      else if (kind === 'flag') row.numbers[slot] = Number(random() < 0.5);
      else if (derive.as === 'year') row.numbers[slot] = 2000 + Math.floor(random() * 23);
      else if (kind === 'date') row.numbers[slot] = blank.asOf - Math.floor(random() * 4000);
      else row.numbers[slot] = Math.round(Math.exp(8 * random()) * 100) / 100;
    }
    return row;
  });
}
