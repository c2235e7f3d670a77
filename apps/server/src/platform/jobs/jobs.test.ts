import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, startTestPlatform, type TestDatabase } from '../../testing/index.ts';
import { Fault } from '../fault.ts';
import type { JobKind, JobRun } from './index.ts';

/** Steps that the tests let go one by one. */
const gates = new Map<string, { open: () => void; wait: Promise<void> }>();
function gate(name: string) {
  const made =
    gates.get(name) ??
    (() => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const one = { open: () => resolve(), wait: promise };
      gates.set(name, one);
      return one;
    })();
  return made;
}

const started: string[] = [];
const counting: JobKind<{ to: number; name: string }> = {
  kind: 'test.count',
  title: { zh: '计数', en: 'Count' },
  async run({ to, name }, run: JobRun) {
    started.push(name);
    for (let n = 1; n <= to; n += 1) {
      run.signal.throwIfAborted();
      await run.report(n / to, { zh: `第 ${n} 步`, en: `Step ${n}` });
    }
    return { counted: to };
  },
};
const waiting: JobKind<{ name: string }> = {
  kind: 'test.wait',
  title: { zh: '等待', en: 'Wait' },
  oneAtATime: ({ name }) => name,
  async run({ name }, { signal }) {
    started.push(name);
    await Promise.race([
      gate(name).wait,
      new Promise((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason))),
    ]);
    return {};
  },
};
const failing: JobKind<{ known: boolean }> = {
  kind: 'test.fail',
  title: { zh: '出错', en: 'Fail' },
  async run({ known }) {
    throw known
      ? new Fault('invalid', { zh: '文件第 3 行没有名称。', en: 'Line 3 has no name.' })
      : new Error('inside');
  },
};

let database: TestDatabase;
let platforms: Awaited<ReturnType<typeof startTestPlatform>>[];
beforeAll(async () => {
  database = await startTestDatabase({ poolSize: 20 });
  const kinds = [counting, waiting, failing];
  platforms = await Promise.all([1, 2].map(() => startTestPlatform(database, { jobs: kinds })));
});
afterAll(async () => {
  await Promise.all(platforms.map((platform) => platform.close()));
  await database.close();
});

const by = { startedBy: 'u1', district: 'jianye' };
const jobs = () => platforms[0]!.jobs;
const runOf = (id: string) =>
  database.db.selectFrom('job_run').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const ended = (id: string, state: string) =>
  expect.poll(async () => (await runOf(id)).state, { timeout: 15_000 }).toBe(state);

describe('jobs over two servers', () => {
  test('each runs once, reports its progress and keeps its result', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `run ${n}`);
    const ids = await Promise.all(names.map((name) => jobs().start(counting, { to: 3, name }, by)));
    for (const id of ids) await ended(id, 'done');
    expect(started.filter((name) => name.startsWith('run')).sort()).toEqual(names.sort());
    expect(await runOf(ids[0]!)).toMatchObject({
      progress: 1,
      result: { counted: 3 },
      message: { zh: '第 3 步' },
      attempt: 1,
      started_by: 'u1',
    });
  });

  test('a job asked for in a transaction that is undone never runs', async () => {
    const undone = database.db.transaction().execute(async (tx) => {
      await jobs().start(counting, { to: 1, name: 'never' }, { ...by, tx });
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    const after = await jobs().start(counting, { to: 1, name: 'after' }, by);
    await ended(after, 'done');
    expect(started).not.toContain('never');
  });

  test('two with the same key run one after the other', async () => {
    const first = await jobs().start(waiting, { name: 'same' }, by);
    await expect.poll(() => started.includes('same'), { timeout: 10_000 }).toBe(true);
    const second = await jobs().start(waiting, { name: 'same' }, by);
    await new Promise((done) => setTimeout(done, 1500));
    expect(started.filter((name) => name === 'same')).toHaveLength(1);
    gate('same').open();
    await ended(first, 'done');
    await ended(second, 'done');
  });

  test('a running job stops when it is cancelled, through whichever server', async () => {
    const id = await jobs().start(waiting, { name: 'long' }, by);
    await expect.poll(() => started.includes('long'), { timeout: 10_000 }).toBe(true);
    expect(await platforms[1]!.jobs.cancel(id)).toBe(true);
    await ended(id, 'cancelled');
    expect(await jobs().cancel(id)).toBe(false);
  });

  test('a failure is kept with a sentence for people, and only known ones name the cause', async () => {
    const known = await jobs().start(failing, { known: true }, by);
    const unknown = await jobs().start(failing, { known: false }, by);
    await ended(known, 'failed');
    await ended(unknown, 'failed');
    expect((await runOf(known)).message?.zh).toBe('文件第 3 行没有名称。');
    expect((await runOf(unknown)).message?.zh).not.toContain('inside');
    expect((await runOf(unknown)).error).toBe('inside');
  });

  test('when its server closes, a run goes on at the other one', async () => {
    const third = await startTestPlatform(database, { jobs: [moving] });
    const id = await third.jobs.start(moving, {}, by);
    await expect.poll(() => hands.length, { timeout: 10_000 }).toBe(1);
    await third.close();
    const fourth = await startTestPlatform(database, { jobs: [moving] });
    await ended(id, 'done');
    expect(hands).toEqual([null, { at: 7 }]);
    expect(await runOf(id)).toMatchObject({ attempt: 2, result: { from: 7 } });
    await fourth.close();
  });
});

const hands: (object | null)[] = [];
const moving: JobKind = {
  kind: 'test.move',
  title: { zh: '接续', en: 'Move' },
  async run(_input, run) {
    hands.push(run.checkpoint);
    if (run.checkpoint) return { from: (run.checkpoint as { at: number }).at };
    await run.saveCheckpoint({ at: 7 });
    await new Promise((_, refuse) => run.signal.addEventListener('abort', () => refuse(run.signal.reason)));
    return {};
  },
};
