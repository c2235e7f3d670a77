import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder, readContent } from '../../platform/content/index.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { judgedExactly, storedNow } from '../testing/census.ts';
import { demoDistrict } from '../testing/district.ts';
import { createCensus } from './create-census.ts';
import { CensusStopped } from './progress.ts';
import { BLOCK_SIZE, runCensus } from './run-census.ts';

let database: TestDatabase;
const content = readContent(contentFolder);
const day = '2026-02-01';
const count = BLOCK_SIZE * 2 + 300;

beforeAll(async () => {
  database = await startTestDatabase();
  await demoDistrict(database, { count, now: day });
});
afterAll(() => database.close());

const enter = () =>
  database.db.transaction().execute((tx) => createCensus(tx, { district: 'jianye', asOf: day, startedBy: null }));
const census = (id: number) =>
  database.db.selectFrom('census').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

function spawnCensus(id: number): ChildProcess {
  const file = path.join(import.meta.dirname, '../testing/census-child.ts');
  return spawn(process.execPath, [file, database.url, String(id)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });

test('killed in the middle, it has written whole blocks only; run again, it goes on there and ends complete', async () => {
  const id = await enter();
  const child = spawnCensus(id);
  // The second report says that the first block is written; the second is on its way when the process dies.
  let reports = 0;
  await new Promise<void>((resolve) => {
    child.stdout!.on('data', (data: Buffer) => {
      reports += data.toString().split('block').length - 1;
      if (reports >= 2) resolve();
    });
    child.once('exit', () => resolve());
  });
  child.kill('SIGKILL');
  await ended(child);

  const { state, enterprises, high_water: highWater } = await census(id);
  expect(state).toBe('running');
  expect(enterprises).toBeGreaterThanOrEqual(BLOCK_SIZE);
  expect(enterprises).toBeLessThan(count);
  const rules = content.treesInForce('jianye', day).length;
  const half = await database.db
    .selectFrom('verdict')
    .select(({ fn }) => [fn.countAll<number>().as('n'), fn.max<number>('enterprise_id').as('last')])
    .executeTakeFirstOrThrow();
  expect(half).toEqual({ n: enterprises * rules, last: highWater });

  await runCensus(id, { database, content });
  expect(await census(id)).toMatchObject({ state: 'done', enterprises: count, changed: count * rules });
  expect(await storedNow(database)).toEqual(await judgedExactly(database, content, day));
}, 240_000);

test('of two processes that run one census only one writes', async () => {
  await database.pool.query('update enterprise set updated_at = clock_timestamp()');
  await database.pool.query('truncate verdict, judged');
  const id = await enter();
  const outcomes = await Promise.allSettled([
    runCensus(id, { database, content }),
    runCensus(id, { database, content }),
  ]);
  const stopped = outcomes.filter((one) => one.status === 'rejected').map((one) => one.reason);
  expect(stopped).toEqual([expect.any(CensusStopped)]);
  expect((await census(id)).state).toBe('done');
  expect(await storedNow(database)).toEqual(await judgedExactly(database, content, day));
}, 240_000);

test('cancelled, it stops between blocks and what it wrote stays', async () => {
  await database.pool.query('truncate verdict, judged');
  const id = await enter();
  const cancelAfterFirst = async () => {
    if ((await census(id)).enterprises > 0)
      await database.db.updateTable('census').set({ state: 'cancelled' }).where('id', '=', id).execute();
  };
  await expect(runCensus(id, { database, content, report: cancelAfterFirst })).rejects.toBeInstanceOf(CensusStopped);
  const { state, enterprises } = await census(id);
  expect(state).toBe('cancelled');
  const written = await database.db
    .selectFrom('judged')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  expect(written.n).toBe(enterprises);
  expect(enterprises).toBeLessThan(count);
}, 120_000);
