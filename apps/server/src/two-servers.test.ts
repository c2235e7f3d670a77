import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from './app.ts';
import type { JobKind } from './platform/jobs/index.ts';
import { signInAs, startTestApp, startTestDatabase, startTestPlatform, type TestDatabase } from './testing/index.ts';
import { exited, runNode, source } from './testing/run-node.ts';

let database: TestDatabase;
let one: App;
let two: App;
beforeAll(async () => {
  // Empty: both servers start by migrating, at the same moment.
  database = await startTestDatabase({ migrated: false });
  [one, two] = await Promise.all([startTestApp(database), startTestApp(database)]);
});
afterAll(async () => {
  await Promise.all([one?.close(), two?.close()]);
  await database.close();
});

describe('two servers on one database', () => {
  test('start together: one migrates and makes the first administrators, the other waits', async () => {
    const { rows } = await database.pool.query(
      'select count(*) as steps, count(distinct (context, id)) as different from schema_migration',
    );
    expect(rows[0].steps).toBe(rows[0].different);
    expect(
      (await database.pool.query(`select username from "user" order by username`)).rows.map((row) => row.username),
    ).toEqual(['audadmin', 'secadmin', 'sysadmin']);
  });

  test('must have one secret: a third one with another is refused with what to do', async () => {
    const settings = { secret: 'another secret than that of the others' };
    await expect(startTestApp(database, { settings })).rejects.toThrow('FOREST_SECRET');
  });

  test('know the same sessions, and forget them together', async () => {
    const { client } = await signInAs(one, 'roaming', { role: 'leader' });
    const there = client.at(two.url);
    expect((await there.get('/me')).body).toMatchObject({ signedIn: true, username: 'roaming' });
    const session = (await there.get('/sessions')).body[0];
    expect((await there.delete(`/sessions/${session.id}`)).status).toBe(200);
    await expect.poll(async () => (await client.get('/me')).body.signedIn).toBe(false);
    expect((await there.get('/me')).body.signedIn).toBe(false);
  });

  test('see at once what was changed at the other: roles, disabled accounts', async () => {
    const security = await signInAs(one, 'sec', { role: 'securityAdmin' });
    const person = await signInAs(two, 'person', { role: 'leader' });
    expect((await person.client.get('/me')).body.actions).toContain('enterprise.export');
    expect(
      (await security.client.put(`/users/${person.id}/roles`, { roles: [{ role: 'expert', unitId: 'root' }] })).status,
    ).toBe(200);
    await expect.poll(async () => (await person.client.get('/me')).body.actions).not.toContain('enterprise.export');
    expect((await security.client.post(`/users/${person.id}/disable`, { reason: '离职' })).status).toBe(200);
    await expect.poll(async () => (await person.client.get('/me')).body.signedIn).toBe(false);
  });

  test('count failures together, so that a password is not guessed twice as often', async () => {
    const { client } = await signInAs(one, 'guessed', { role: 'leader' });
    const there = client.at(two.url);
    for (let n = 0; n < 5; n += 1) await (n % 2 ? client : there).signIn('guessed', 'wrong');
    expect((await client.signIn('guessed', 'wrong')).status).toBe(423);
    expect((await there.signIn('guessed', 'wrong')).status).toBe(423);
  });
});

const hanging: JobKind = {
  kind: 'test.crash',
  title: { zh: '崩溃', en: 'Crash' },
  run: async (_input, run) => ({ attempt: run.attempt, from: run.checkpoint }),
};

test('a run whose server was killed is taken up by another one, from its last checkpoint', async () => {
  const script = `
    import { connectTo } from ${source('platform/database/index.ts')};
    import { startTestPlatform } from ${source('testing/test-platform.ts')};
    const database = connectTo(${JSON.stringify({ connectionString: database.url })});
    const kind = { kind: 'test.crash', title: { zh: '崩溃', en: 'Crash' }, run: async (_, run) => {
      await run.saveCheckpoint({ at: 42 });
      console.log('running');
      await new Promise(() => setInterval(() => {}, 1000));
    } };
    const platform = await startTestPlatform(database, { jobs: [kind] });
    console.log(await platform.jobs.start(kind, {}, { startedBy: null, district: null }));`;
  const child = runNode(script);
  await expect.poll(() => child.lines.length, { timeout: 20_000 }).toBe(2);
  child.kill('SIGKILL');
  await exited(child);
  const id = child.lines.find((line) => line !== 'running')!;
  const killed = performance.now();
  const platform = await startTestPlatform(database, { jobs: [hanging] });
  const run = () =>
    database.db.selectFrom('job_run').select(['state', 'result', 'attempt']).where('id', '=', id).executeTakeFirst();
  await expect.poll(async () => (await run())?.state, { timeout: 40_000, interval: 200 }).toBe('done');
  expect(await run()).toMatchObject({ attempt: 2, result: { attempt: 2, from: { at: 42 } } });
  expect(performance.now() - killed).toBeLessThan(30_000);
  await platform.close();
});
