import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../app.ts';
import { fixedClock } from '../platform/clock.ts';
import { signInAs, startTestApp, startTestDatabase, type TestDatabase, type TestUser } from '../testing/index.ts';
import { TestClient } from '../testing/test-app.ts';

let database: TestDatabase;
let app: App;
let staff: TestUser;
let officer: TestUser;
let auditor: TestUser;
let enterprise: number;
let elsewhere: number;
const unknown = {
  creditCode: null,
  registeredOn: null,
  address: null,
  subdistrictId: null,
  carrierId: null,
  industryCode: null,
};

beforeAll(async () => {
  database = await startTestDatabase();
  app = await startTestApp(database, { clock: fixedClock('2026-11-22T04:00:00Z') });
  staff = await signInAs(app, 'staff', { role: 'districtStaff', unitId: 'jianye' });
  officer = await signInAs(app, 'officer', { role: 'serviceOfficer', unitId: 'xincheng' });
  auditor = await signInAs(app, 'auditor', { role: 'auditAdmin', unitId: 'jianye' });
  const north = await signInAs(app, 'north', { role: 'districtStaff', unitId: 'jiangbei' });
  const add = async (who: TestUser, name: string, parkId: string): Promise<number> =>
    (await who.client.post('/enterprises', { ...unknown, name, parkId })).body.id;
  enterprise = await add(staff, '演示新城软件有限公司', 'xincheng');
  elsewhere = await add(staff, '演示江东公司', 'jiangdong');
  await add(staff, '演示科技岛公司', 'eco-island');
  await add(north, '演示江北公司', 'yanchuang');
  await database.db.updateTable('enterprise').set({ demo: true }).execute();
  for (const id of [enterprise, elsewhere])
    await database.db
      .insertInto('review_item')
      .values({ enterprise_id: id, district: 'jianye', kind: 'implausible', message: '{"zh":"存疑","en":"doubtful"}' })
      .execute();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

describe('the district', () => {
  test('is told to everybody, with whether its data are synthetic', async () => {
    const { status, body } = await new TestClient(app.url).get('/district');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 'jianye', name: { zh: '建邺区' }, demo: true, lastCensus: null });
  });
});

describe('the workbench', () => {
  test('counts for each viewer what the lists behind the tiles hold', async () => {
    const lists = {
      enterprises: '/enterprises',
      reviews: '/reviews',
      conflicts: '/conflicts',
      duplicates: '/duplicates',
    };
    for (const [who, enterprises, reviews] of [
      [staff, 3, 2],
      [officer, 1, 1],
    ] as const) {
      const { body } = await who.client.get('/workbench');
      const tiles: { id: string; value: number }[] = body.tiles;
      const value = (id: string) => tiles.find((tile) => tile.id === id)?.value;
      expect([value('enterprises'), value('reviews')]).toEqual([enterprises, reviews]);
      for (const [id, path] of Object.entries(lists)) {
        if (value(id) === undefined) continue;
        expect((await who.client.get(path)).body.total, id).toBe(value(id));
      }
    }
    expect((await auditor.client.get('/workbench')).body.tiles).toEqual([]);
  });
});

describe('the trail', () => {
  test('is open to the auditor of the district, by name, and to nobody else', async () => {
    const path = `/enterprises/${enterprise}/facts/revenue`;
    expect((await officer.client.post(path, { year: 2025, value: 5, reason: '核对' })).status).toBe(200);
    const { body } = await auditor.client.get('/audit?action=fact&actor=officer&from=2026-11-22&to=2026-11-22');
    expect(body.total).toBe(1);
    expect(body.rows[0]).toMatchObject({
      actor: 'officer',
      action: 'fact.correct',
      actionName: { zh: '更正数据' },
      subjectId: String(enterprise),
      district: 'jianye',
    });
    expect((await auditor.client.get('/audit?action=fact&to=2026-11-21')).body.total).toBe(0);
    expect((await staff.client.get('/audit')).status).toBe(403);
    const verified = await auditor.client.post('/audit/verify');
    expect(verified.body).toMatchObject({ ok: true, problems: [] });
    expect(verified.body.events).toBeGreaterThan(0);
  });
});

describe('jobs', () => {
  test('are seen by who started them and by those responsible, and ids cannot be probed', async () => {
    const id = '0198aaaa-0000-7000-8000-000000000001';
    await database.db
      .insertInto('job_run')
      .values({
        id,
        kind: 'demo.test',
        title: '{"zh":"演示","en":"Demo"}',
        district: 'jianye',
        input: '{}',
        started_by: officer.id,
        created_at: new Date(),
      })
      .execute();
    expect((await officer.client.get(`/jobs/${id}`)).body).toMatchObject({ id, startedBy: 'officer', state: 'queued' });
    expect((await staff.client.get('/jobs')).body.rows.map((job: { id: string }) => job.id)).toContain(id);
    const stranger = await signInAs(app, 'stranger', { role: 'serviceOfficer', unitId: 'jiangdong' });
    expect((await stranger.client.get(`/jobs/${id}`)).status).toBe(404);
    expect((await stranger.client.get('/jobs/nonsense')).status).toBe(404);
    expect((await stranger.client.post(`/jobs/${id}/cancel`)).status).toBe(404);
  });
});

describe('files', () => {
  test('are sent with a Chinese name, and not to strangers', async () => {
    const list = await officer.client.send('GET', '/api/files/enterprises.xlsx?needsReview=true');
    expect(list.status).toBe(200);
    expect(list.headers.get('content-disposition')).toContain(encodeURIComponent('企业名单（演示数据）'));
    const dossier = await officer.client.send('GET', `/api/files/enterprises/${enterprise}/dossier.docx`);
    expect(dossier.status).toBe(200);
    expect(dossier.body.slice(0, 2)).toBe('PK');
    expect((await officer.client.send('GET', `/api/files/enterprises/${elsewhere}/dossier.docx`)).status).toBe(404);
    expect((await new TestClient(app.url).send('GET', '/api/files/enterprises.xlsx')).status).toBe(401);
    expect((await officer.client.send('GET', '/api/files/enterprises.xlsx?registeredFrom=yesterday')).status).toBe(422);
  });

  test('a false in the address is false', async () => {
    expect((await staff.client.get('/enterprises?needsReview=false')).body.total).toBe(1);
    expect((await staff.client.get('/enterprises?needsReview=true')).body.total).toBe(2);
  });
});
