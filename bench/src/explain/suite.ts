import { compileExplainer, type Row, type RuleTree, rowOf } from '@forest/rules';
import { compiledRule, readContent } from '../content.ts';
import { inTurn } from '../measure.ts';
import { AS_OF, hnteEight } from '../population/hnte-eight.ts';
import { randomFrom } from '../random.ts';
import type { Measurement, Suite, SuiteOptions } from '../suite.ts';

export const explainSuite: Suite = {
  name: 'explain',
  title: 'reasons for one enterprise after another',
  about:
    'Every criterion with its verdict, actual and required value, gap and missing facts, for enterprises that differ from ' +
    'call to call; 5 % of the cells missing. One thread.',
  run,
};

/** Rows for the rule's own slots: amounts, days, flags and texts that its tests may or may not accept. */
function makeRows(tree: RuleTree, count: number): Row[] {
  const random = randomFrom(5);
  const blank = rowOf(tree, { asOf: AS_OF, enterprise: {}, years: {} });
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

async function run({ rounds, small }: SuiteOptions): Promise<Measurement[]> {
  const calls = small ? 2_000 : 100_000;
  const rules: [string, RuleTree, number | undefined][] = [
    ['HNTE, eight criteria', hnteEight(), 200_000],
    ['HNTE as in the content, with the score', compiledRule(readContent(), 'hnte', AS_OF), undefined],
  ];
  const contestants = rules.map(([name, tree]) => {
    const explainer = compileExplainer(tree);
    const rows = makeRows(tree, 1000);
    const work = () => {
      let criteria = 0;
      for (let call = 0; call < calls; call++) criteria += explainer.explain(rows[call % rows.length]!).criteria.length;
      return criteria;
    };
    return { name, count: calls, work };
  });
  const speeds = await inTurn(contestants, rounds);
  return rules.map(([what, tree, target], index) => ({
    what,
    perSecond: speeds[index]!,
    unit: 'explanations',
    note: `${tree.criteria.length} criteria, ${tree.slots.length} facts`,
    ...(target === undefined ? {} : { atLeastPerSecond: target }),
  }));
}
