import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../app.ts';
import { fixedClock } from '../platform/clock.ts';
import { recordStatements } from '../registry/index.ts';
import {
  signInAs,
  startTestApp,
  startTestDatabase,
  TestClient,
  type TestDatabase,
  type TestUser,
} from '../testing/index.ts';
import { refreshJob } from './jobs/refresh-job.ts';
import { demoDistrict } from './testing/district.ts';

let database: TestDatabase;
let app: App;
let staff: TestUser;
const clock = fixedClock('2026-02-01T02:00:00Z');

beforeAll(async () => {
  database = await startTestDatabase();
  await demoDistrict(database, { count: 120, now: '2026-02-01' });
  app = await startTestApp(database, { clock });
  staff = await signInAs(app, 'staff', { role: 'districtStaff', unitId: 'jianye' });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await database.close();
});

async function finished(id: number): Promise<Record<string, unknown>> {
  for (let tries = 0; tries < 300; tries++) {
    const { body } = await staff.client.get('/censuses');
    const row = body.rows.find((one: { id: number }) => one.id === id);
    if (row && row.state !== 'running') return row;
    await sleep(100);
  }
  throw new Error(`census ${id} did not end`);
}

test('staff start a census, a job runs it, and board and lists show it', async () => {
  const started = await staff.client.post('/censuses', { asOf: '2026-02-01' });
  expect(started.status).toBe(200);
  const row = await finished(started.body.id);
  expect(row).toMatchObject({ state: 'done', enterprises: 120, progress: 1 });
  expect((await staff.client.get('/ladder/board')).body.asOf).toBe('2026-02-01');
  const list = await staff.client.get('/ladder/verdicts?rule=hnte&verdict=not_met&verdict=unknown&verdict=met');
  expect(list.body.total).toBe(120);
  const { enterpriseId } = list.body.rows[0];
  const explained = await staff.client.post(`/enterprises/${enterpriseId}/verdicts/hnte`, {});
  expect(explained.body.criteria).toHaveLength(9);
  for (const path of ['/ladder/near-misses?rule=tsme', '/ladder/calendar?from=2026-01-01&to=2026-12-31'])
    expect((await staff.client.get(path)).status).toBe(200);
  expect((await staff.client.get('/ladder/movement?from=2026-01-01&to=2026-12-31')).body.total).toBeGreaterThan(0);
  expect((await staff.client.get(`/enterprises/${enterpriseId}/verdicts/hnte/history`)).body).toHaveLength(1);
});

test('a corrected figure is judged by the next refresh, and one without news starts no census', async () => {
  const { rows } = await database.pool.query<{ id: number }>(`select min(id) as id from enterprise`);
  const facts = { staffAverage: 77 };
  const statement = { district: 'jianye', year: 2025, source: 'correction', statedAt: clock.now(), facts };
  await database.db
    .transaction()
    .execute((tx) => recordStatements(tx, [{ enterpriseId: rows[0]!.id, ...statement }], { figuresYear: 2025 }));
  const refresh = async () => {
    const id = await app.platform.jobs.start(refreshJob, {}, { startedBy: null, district: null });
    for (let tries = 0; tries < 300; tries++) {
      const run = await database.db.selectFrom('job_run').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      if (run.finished_at) return run.result as { censuses: number[] };
      await sleep(100);
    }
    throw new Error('the refresh did not end');
  };
  const { censuses } = await refresh();
  expect(censuses).toHaveLength(1);
  expect(await finished(censuses[0]!)).toMatchObject({ state: 'done', enterprises: 1 });
  expect((await refresh()).censuses).toEqual([]);
});

test('lists can be taken away as workbooks by those who may, with a mark in the audit trail', async () => {
  const file = await staff.client.send('GET', '/api/files/ladder/near-misses.xlsx?rule=tsme');
  expect(file.status).toBe(200);
  expect(String(file.body).startsWith('PK')).toBe(true);
  expect((await staff.client.send('GET', '/api/files/ladder/calendar.xlsx')).status).toBe(422);
  expect((await staff.client.send('GET', '/api/files/ladder/anything.xlsx')).status).toBe(404);
  const exports = await database.pool.query(`select 1 from audit_event where action = 'enterprise.export'`);
  expect(exports.rowCount).toBe(1);
  const stranger = new TestClient(app.url);
  expect((await stranger.send('GET', '/api/files/ladder/near-misses.xlsx?rule=tsme')).status).toBe(401);
});

test('the public reads the rules and nothing of the enterprises', async () => {
  const stranger = new TestClient(app.url);
  expect((await stranger.get('/rules')).body.length).toBeGreaterThan(10);
  expect((await stranger.get('/rules/hnte')).body.cases.every((one: { passed: boolean }) => one.passed)).toBe(true);
  expect((await stranger.get('/facts')).status).toBe(200);
  expect((await stranger.get('/industries?q=651')).body[0].code).toBe('651');
  expect((await stranger.get('/ladder/board')).status).toBe(401);
});

test('officers may not start a census, and nobody one for tomorrow', async () => {
  const officer = await signInAs(app, 'officer', { role: 'serviceOfficer', unitId: 'xincheng' });
  expect((await officer.client.post('/censuses', { asOf: '2026-02-01' })).status).toBe(403);
  const tomorrow = await staff.client.post('/censuses', { asOf: '2026-02-02' });
  expect(tomorrow.status).toBe(422);
  expect(JSON.stringify(tomorrow.body)).toContain('晚于今天');
});
