import { dayOf } from '@forest/domain';
import { buildColumns, buildJudgements, compileMany, compileRule } from '@forest/rules';
import { readContent } from './content.ts';
import { inTurn } from './measure.ts';
import { makeRows } from './rows.ts';
import type { Measurement, Suite, SuiteOptions } from './suite.ts';

const AS_OF = '2025-09-01';

export const contentSuite: Suite = {
  name: 'content',
  title: 'every rule of the content over 100,000 enterprises',
  about:
    'All rules in force, with scores and grades, judged together over shared columns; made-up facts, 5 % of the cells ' +
    'missing. Calculation only: no database. One thread.',
  run,
};

async function run({ rounds, small }: SuiteOptions): Promise<Measurement[]> {
  const count = small ? 10_000 : 100_000;
  const library = readContent();
  const trees = [...library.rules.keys()].flatMap((rule) => {
    const compiled = compileRule(library, rule, AS_OF);
    return compiled.ok ? [compiled.tree] : [];
  });
  const many = compileMany(trees);
  const columns = buildColumns(many.slots, count);
  const rows = makeRows({ slots: many.slots }, AS_OF, Math.min(count, 20_000));
  for (let row = 0; row < count; row++) columns.setRow(row, rows[row % rows.length]!);
  const out = trees.map((tree) => buildJudgements(tree, count));
  const judge = () => many.judge(columns, dayOf(AS_OF), out);
  const settled = judge();
  const [speeds] = await inTurn([{ name: 'all rules', count: count * trees.length, work: judge }], rounds);
  const criteria = trees.reduce((sum, tree) => sum + tree.criteria.length, 0);
  const note = `${trees.length} rules, ${criteria} criteria, ${many.slots.length} columns; ${settled} settled exactly`;
  return [{ what: 'generated loops', perSecond: speeds!, unit: 'verdicts', note }];
}
