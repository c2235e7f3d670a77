import { dayOf } from '@forest/domain';
import {
  buildColumns,
  buildJudgements,
  type Columns,
  compileMany,
  exactJudge,
  type Judgements,
  type RuleTree,
  rowAt,
} from '@forest/rules';
import { inTurn, medianRatio } from '../measure.ts';
import { randomFrom } from '../random.ts';
import type { Measurement, Suite, SuiteOptions } from '../suite.ts';
import { manyByHand } from './by-hand.ts';
import { FACTS, FLAGS, makeAsks, makeTrees } from './rules.ts';

export const manySuite: Suite = {
  name: 'many',
  title: '3,000 criteria over 100,000 enterprises',
  about:
    '100 rules of 30 criteria (thresholds, shares, sums of years, flags, pairs) over 30 columns, 3 % of the cells missing; ' +
    'output is the verdict and both masks for every rule and enterprise. One thread. The contestant by hand has no guard at ' +
    'thresholds; where it differs, exact arithmetic must side with the generated loops.',
  run,
};

const AS_OF = dayOf('2024-06-01');

function makeColumns(count: number, slots: Columns['slots']): Columns {
  const random = randomFrom(11);
  const columns = buildColumns(slots, count);
  const numbers = new Float64Array(FACTS + FLAGS);
  for (let row = 0; row < count; row++) {
    for (let slot = 0; slot < numbers.length; slot++) {
      const value = slot < FACTS ? Math.round(Math.exp(5 + 3.5 * random()) * 100) / 100 : Number(random() < 0.7);
      numbers[slot] = random() < 0.03 ? Number.NaN : value;
    }
    columns.setRow(row, { numbers, texts: [] });
  }
  return columns;
}

async function run({ rounds, small }: SuiteOptions): Promise<Measurement[]> {
  const asks = makeAsks(3000);
  const trees = makeTrees(asks);
  const count = small ? 10_000 : 100_000;
  const start = performance.now();
  const many = compileMany(trees);
  const compiled = performance.now() - start;
  const columns = makeColumns(count, trees[0]!.slots);
  // The first tree names every column in order, so that merged slots and the columns by hand are the same.
  if (many.slots.length > columns.slots.length) throw new Error('the rules read a column that was not made');
  const ours = trees.map((tree) => buildJudgements(tree, count));
  const theirs = trees.map((tree) => buildJudgements(tree, count));
  const byHand = manyByHand(asks);
  const cold = performance.now();
  const settled = many.judge(columns, AS_OF, ours);
  const first = performance.now() - cold;
  byHand(columns, theirs);
  const wrong = trees.reduce((sum, tree, rule) => sum + differences(tree, columns, ours[rule]!, theirs[rule]!), 0);
  const tests = count * asks.length;
  const [loops, hand] = await inTurn(
    [
      { name: 'generated loops', count: tests, work: () => many.judge(columns, AS_OF, ours) },
      { name: 'by hand', count: tests, work: () => byHand(columns, theirs) },
    ],
    rounds,
  );
  return [
    {
      what: 'generated loops',
      perSecond: loops!,
      unit: 'criteria',
      comparison: { ratio: medianRatio(loops!, hand!), with: 'by hand', atLeast: 1 / 1.5 },
      note: `${settled} judgements settled exactly; ${compiled.toFixed(0)} ms to generate`,
    },
    {
      what: 'generated loops, first run',
      perSecond: [(tests * 1000) / first],
      unit: 'criteria',
      note: 'not yet optimised',
    },
    {
      what: 'blocked loops by hand',
      perSecond: hand!,
      unit: 'criteria',
      note: wrong === 0 ? 'all masks agree' : `${wrong} masks wrong at a threshold`,
    },
  ];
}

function differences(tree: RuleTree, columns: Columns, ours: Judgements, other: Judgements): number {
  const places = tree.slots.map((_, slot) => slot);
  let wrong = 0;
  for (let row = 0; row < columns.count; row++) {
    if (ours.met[row] === other.met[row] && ours.notMet[row] === other.notMet[row]) continue;
    const { criteria } = exactJudge(tree, rowAt(columns, row, places, AS_OF)).judge();
    const met = criteria.reduce((mask, verdict, k) => (verdict === 'met' ? mask | (1 << k) : mask), 0);
    if (met !== ours.met[row])
      throw new Error(`${tree.rule}, row ${row}: exact arithmetic does not side with the loop`);
    wrong++;
  }
  if (wrong > 2 + columns.count / 5000) throw new Error(`${tree.rule}: ${wrong} masks differ: not the same rule`);
  return wrong;
}
