import { takeCensus } from '../../apps/server/src/ladder/testing/census.ts';
import { contentFolder, readContent } from '../../apps/server/src/platform/content/index.ts';
import type { Database } from '../../apps/server/src/platform/database/index.ts';
import { DEMO_DAY, withDemoDistrict } from './demo-district.ts';
import type { Measurement, Suite, SuiteOptions } from './suite.ts';

export const censusSuite: Suite = {
  name: 'census',
  title: 'every rule over every enterprise of a district, from stored facts to stored verdicts',
  about:
    'Synthetic enterprises with six years of statements, all rules in force for the district. First: nothing stored yet, ' +
    'so every verdict is written. Nothing new: all are judged again by unchanged rules after their marks were touched. ' +
    'Some: one in a hundred has a corrected figure. Commits on disk, all indexes in place.',
  run,
};

interface Kept {
  enterprises: number;
  rules: number;
  changed: number;
  judgingMs: number;
  totalMs: number;
}

async function run({ rounds, small }: SuiteOptions): Promise<Measurement[]> {
  const count = small ? 6_000 : 120_000;
  return withDemoDistrict(count, async (database) => {
    const content = readContent(contentFolder);
    const take = async () => read(database, await takeCensus({ database, content }, DEMO_DAY));
    const first: Kept[] = [];
    for (let round = 0; round < Math.min(rounds, 3); round++) {
      await database.pool.query('truncate verdict, judged, census restart identity');
      first.push(await take());
    }
    await database.pool.query('vacuum analyze');
    await database.pool.query('update enterprise set updated_at = clock_timestamp()');
    const unchanged = await take();
    await database.pool.query(`
      update snapshot set facts = facts || '{"rd": 1}' where year = 2025 and enterprise_id % 100 = 0`);
    await database.pool.query('update enterprise set updated_at = clock_timestamp() where id % 100 = 0');
    const some = await take();
    return report(count, first, unchanged, some);
  });
}

async function read(database: Database, id: number): Promise<Kept> {
  const row = await database.db.selectFrom('census').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return {
    enterprises: row.enterprises,
    rules: Object.keys(row.rules).length,
    changed: row.changed,
    judgingMs: row.judging_ms,
    totalMs: row.total_ms,
  };
}

/** 120,000 enterprises: judging alone within 1 s, all within 15 s. */
const JUDGED_A_SECOND = 120_000;
const FINISHED_A_SECOND = 8_000;

function report(count: number, first: Kept[], unchanged: Kept, some: Kept): Measurement[] {
  const perSecond = (run: Kept, ms: number) => (run.enterprises * 1000) / ms;
  const { rules, changed } = first[0]!;
  const unit = 'enterprises';
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return [
    {
      what: 'judging alone',
      perSecond: first.map((run) => perSecond(run, run.judgingMs)),
      unit,
      atLeastPerSecond: JUDGED_A_SECOND,
      note: `${rules} rules, ${first.map((run) => seconds(run.judgingMs)).join(', ')}`,
    },
    {
      what: 'first census',
      perSecond: first.map((run) => perSecond(run, run.totalMs)),
      unit,
      atLeastPerSecond: FINISHED_A_SECOND,
      note: `${changed} verdicts written, ${first.map((run) => seconds(run.totalMs)).join(', ')}`,
    },
    {
      what: 'nothing new',
      perSecond: [perSecond(unchanged, unchanged.totalMs)],
      unit,
      atLeastPerSecond: FINISHED_A_SECOND,
      note: `${unchanged.changed} written, ${seconds(unchanged.totalMs)}`,
    },
    {
      what: 'some corrected',
      perSecond: [perSecond(some, some.totalMs)],
      unit,
      note: `${some.enterprises} of ${count} judged, ${some.changed} verdicts written, ${seconds(some.totalMs)}`,
    },
  ];
}
