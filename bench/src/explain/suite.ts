import { compileExplainer, type RuleTree } from '@forest/rules';
import { compiledRule, readContent } from '../content.ts';
import { inTurn } from '../measure.ts';
import { AS_OF, hnteEight } from '../population/hnte-eight.ts';
import { makeRows } from '../rows.ts';
import type { Measurement, Suite, SuiteOptions } from '../suite.ts';

export const explainSuite: Suite = {
  name: 'explain',
  title: 'reasons for one enterprise after another',
  about:
    'Every criterion with its verdict, actual and required value, gap and missing facts, for enterprises that differ from ' +
    'call to call; 5 % of the cells missing. One thread.',
  run,
};

async function run({ rounds, small }: SuiteOptions): Promise<Measurement[]> {
  const calls = small ? 2_000 : 100_000;
  const rules: [string, RuleTree, number][] = [
    ['HNTE, eight criteria', hnteEight(), 200_000],
    ['HNTE as in the content, with the score', compiledRule(readContent(), 'hnte', AS_OF), 200_000],
  ];
  const contestants = rules.map(([name, tree]) => {
    const explainer = compileExplainer(tree);
    const rows = makeRows(tree, AS_OF, 1000);
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
    atLeastPerSecond: target,
  }));
}
