import { dayOf } from '@forest/domain';
import { buildJudgements, type Columns, compilePopulation, exactJudge, type RuleTree, rowAt } from '@forest/rules';
import { inTurn, medianRatio } from '../measure.ts';
import type { Measurement, Suite, SuiteOptions } from '../suite.ts';
import { judgeByHand } from './by-hand.ts';
import { makeDistrict } from './district.ts';
import { Duck } from './engines/duckdb.ts';
import type { Engine } from './engines/engine.ts';
import { feelin } from './engines/feelin.ts';
import { jsonRules } from './engines/json-rules.ts';
import { publicodes } from './engines/publicodes.ts';
import { zen } from './engines/zen.ts';
import { type EnterpriseFacts, enterpriseFacts } from './facts.ts';
import { AS_OF, hnteEight } from './hnte-eight.ts';

const OURS = 'generated loop';
const UNIT = 'enterprises';

export const populationSuite: Suite = {
  name: 'population',
  title: 'eight criteria of high-tech recognition over a million enterprises',
  about:
    'HNTE criteria of 国科发火〔2016〕32号 第十一条 without the score, 3 % of all cells missing; output is the verdict and both ' +
    'criterion masks of every enterprise. Threads: one. The generated loop settles near thresholds exactly; where another ' +
    'contestant differs, exact arithmetic must side with the loop.',
  run,
};

async function run({ rounds, small }: SuiteOptions): Promise<Measurement[]> {
  const tree = hnteEight();
  const count = small ? 50_000 : 1_000_000;
  const asOf = dayOf(AS_OF);
  const columns = makeDistrict(tree, count);
  const population = compilePopulation(tree);
  const ours = buildJudgements(tree, count);
  const theirs = buildJudgements(tree, count);
  const duck = await Duck.open(columns);
  const settled = population.judge(columns, asOf, ours);
  judgeByHand(tree, columns, theirs);
  const handDiffers = differences(tree, columns, ours.verdict, theirs.verdict, asOf);
  await duck.judge();
  const duckDiffers = differences(tree, columns, ours.verdict, await duck.verdicts(), asOf);

  const [loop, hand, kept, counted] = await inTurn(
    [
      { name: OURS, count, work: () => population.judge(columns, asOf, ours) },
      { name: 'by hand', count, work: () => judgeByHand(tree, columns, theirs) },
      { name: 'DuckDB', count, work: () => duck.judge() },
      { name: 'DuckDB counts', count, work: () => duck.count() },
    ],
    rounds,
  );
  const against = (perSecond: number[], name: string, atLeast: number) => ({
    ratio: medianRatio(loop!, perSecond),
    with: name,
    atLeast,
  });
  const measurements: Measurement[] = [
    {
      what: OURS,
      perSecond: loop!,
      unit: UNIT,
      comparison: against(hand!, 'by hand', 0.5),
      note: `${settled} rows near a threshold settled exactly`,
    },
    { what: 'branch-free loop by hand', perSecond: hand!, unit: UNIT, note: wrong(handDiffers) },
    {
      what: 'DuckDB 1.5.6, verdict and masks kept',
      perSecond: kept!,
      unit: UNIT,
      comparison: against(kept!, 'this speed, for the generated loop', 3),
      note: wrong(duckDiffers),
    },
    { what: 'DuckDB 1.5.6, counts only', perSecond: counted!, unit: UNIT },
  ];
  for (const engine of [publicodes(), jsonRules(), zen(), feelin()]) {
    measurements.push(await compare(engine));
  }
  return measurements;

  /** A slow engine judges fewer enterprises in fewer rounds; the loop runs over all of them in the same rounds. */
  async function compare(engine: Engine): Promise<Measurement> {
    const rows = small ? 500 : engine.rows;
    const enterprises: EnterpriseFacts[] = [];
    for (let row = 0; row < rows; row++) enterprises.push(enterpriseFacts(columns, row));
    const differs = differences(tree, columns, ours.verdict, await engine.judge(enterprises), asOf);
    const [loop, slow] = await inTurn(
      [
        { name: OURS, count, work: () => population.judge(columns, asOf, ours) },
        { name: engine.name, count: rows, work: () => engine.judge(enterprises) },
      ],
      Math.min(rounds, 3),
    );
    const comparison = { ratio: medianRatio(loop!, slow!), with: 'this speed, for the generated loop', atLeast: 500 };
    const note = `${rows.toLocaleString('en')} rows: ${wrong(differs)}`;
    return { what: engine.name, perSecond: slow!, unit: UNIT, comparison, note };
  }
}

function wrong(rows: number): string {
  return rows === 0 ? 'all verdicts agree' : `${rows} verdicts wrong at a threshold`;
}

/** @throws when another verdict is right where the loop's differs. @returns how many others are wrong. */
function differences(tree: RuleTree, columns: Columns, ours: Uint8Array, other: Uint8Array, asOf: number): number {
  const places = tree.slots.map((_, slot) => slot);
  let wrongOnes = 0;
  for (const [row, verdict] of other.entries()) {
    if (verdict === ours[row]) continue;
    const exact = ['not_met', 'unknown', 'met'].indexOf(
      exactJudge(tree, rowAt(columns, row, places, asOf)).judge().verdict,
    );
    if (exact !== ours[row]) throw new Error(`row ${row}: the loop says ${ours[row]}, exact arithmetic ${exact}`);
    wrongOnes++;
  }
  if (wrongOnes > 2 + other.length / 5000)
    throw new Error(`${wrongOnes} of ${other.length} verdicts differ: not the same rule`);
  return wrongOnes;
}
