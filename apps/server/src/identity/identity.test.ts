import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../app.ts';
import { fixedClock } from '../platform/clock.ts';
import {
  signInAs,
  startTestApp,
  startTestDatabase,
  TEST_PASSWORD,
  TestClient,
  type TestDatabase,
  type TestUser,
} from '../testing/index.ts';
import { createSignIn } from './sign-in.ts';

let database: TestDatabase;
let app: App;
let security: TestUser;
const clock = fixedClock(new Date());
const minutes = (n: number) => clock.set(new Date(clock.now().getTime() + n * 60_000));

beforeAll(async () => {
  database = await startTestDatabase();
  app = await startTestApp(database, { clock });
  const units = [
    ['jianye', null, 'district', '/jianye/'],
    ['xincheng', 'jianye', 'park', '/jianye/xincheng/'],
    ['jiangbei', null, 'district', '/jiangbei/'],
  ] as const;
  for (const [id, parent_id, kind, path] of units)
    await database.db
      .insertInto('organisation_unit')
      .values({ id, parent_id, kind, path, district: path.split('/')[1]!, name: JSON.stringify({ zh: id, en: id }) })
      .onConflict((clash) => clash.doNothing())
      .execute();
  security = await signInAs(app, 'sec-root', { role: 'securityAdmin' });
});
afterAll(async () => {
  await app?.close();
  await database.close();
});

const officer = { role: 'serviceOfficer', unitId: 'xincheng' };
const make = (username: string, roles: object[] = [officer], by = security.client) =>
  by.post('/users', { username, name: '测试用户', email: null, roles });
const actionsOf = async (id: string) =>
  (
    await database.db.selectFrom('audit_event').select('action').where('subject_id', '=', id).orderBy('id').execute()
  ).map(({ action }) => action);

test('the tables of sign-in are those that its library asks for', async () => {
  const guard = {
    beforePassword: async () => null,
    passwordFailed: async () => {},
    beforeSession: async () => null,
    signedIn: async () => {},
    secondFactorChanged: async () => {},
  };
  const { toBeAdded, toBeCreated } = await getMigrations(createSignIn(app.platform, guard).options);
  expect([toBeAdded, toBeCreated]).toEqual([[], []]);
});

describe('an account from first to last', () => {
  let id: string;
  let firstPassword: string;
  const browser = () => new TestClient(app.url);

  test('is made by the security administrator, with a first password that is told once', async () => {
    const { status, body } = await make('officer-1');
    expect(status).toBe(200);
    ({ id, firstPassword } = body);
    expect(firstPassword).toMatch(/^\w{5}-\w{5}-\w{5}$/);
    expect((await make('officer-1')).status).toBe(409);
    expect(
      (await database.db.selectFrom('account').select('password').where('userId', '=', id).executeTakeFirst())
        ?.password,
    ).not.toContain(firstPassword);
  });

  test('has to change that password before anything else works', async () => {
    const client = browser();
    expect((await client.signIn('Officer-1', firstPassword)).status).toBe(200);
    expect((await client.get('/me')).body).toMatchObject({
      signedIn: true,
      pending: 'password_change',
      passwordReason: 'first_sign_in',
    });
    expect((await client.get('/organisation')).body.code).toBe('password_change_required');
    const file = await client.send('POST', '/api/files/imports', {});
    expect([file.status, file.body.code]).toEqual([403, 'password_change_required']);
    const change = (current: string, next: string) => client.post('/me/password', { current, next });
    expect((await change('wrong', TEST_PASSWORD)).body.message.zh).toBe('当前密码不正确。');
    expect((await change(firstPassword, 'short1A')).body.message.zh).toContain('至少 10 位');
    expect((await change(firstPassword, firstPassword)).body.message.zh).toContain('最近');
    expect((await change(firstPassword, TEST_PASSWORD)).status).toBe(200);
    expect((await client.get('/organisation')).status).toBe(200);
    expect((await client.get('/me')).body).toMatchObject({
      pending: null,
      roles: [{ role: 'serviceOfficer', unitId: 'xincheng' }],
    });
  });

  test('ends its other sessions when the password changes', async () => {
    const [one, other] = [browser(), browser()];
    for (const client of [one, other]) await client.signIn('officer-1', TEST_PASSWORD);
    expect((await one.post('/me/password', { current: TEST_PASSWORD, next: 'Another-one-8' })).status).toBe(200);
    expect((await one.get('/me')).body.signedIn).toBe(true);
    await expect.poll(async () => (await other.get('/me')).body.signedIn).toBe(false);
    expect(
      (await one.post('/me/password', { current: 'Another-one-8', next: TEST_PASSWORD })).body.message.zh,
    ).toContain('最近');
  });

  test('is locked after five failures, says until when, and opens again by time', async () => {
    const client = browser();
    for (let n = 1; n <= 5; n += 1) expect((await client.signIn('officer-1', 'wrong')).status).toBe(401);
    const locked = await client.signIn('officer-1', 'Another-one-8');
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([423, '900']);
    expect(locked.body.message).toContain('15 分钟');
    expect((await security.client.get(`/users/${id}`)).body.state).toBe('locked');
    minutes(16);
    expect((await client.signIn('officer-1', 'Another-one-8')).status).toBe(200);
  });

  test('can be unlocked by the security administrator', async () => {
    const client = browser();
    for (let n = 1; n <= 5; n += 1) await client.signIn('officer-1', 'wrong');
    expect((await client.signIn('officer-1', 'Another-one-8')).status).toBe(423);
    expect((await security.client.post(`/users/${id}/enable`)).status).toBe(200);
    expect((await client.signIn('officer-1', 'Another-one-8')).status).toBe(200);
  });

  test('needs a new password after ninety days', async () => {
    const client = browser();
    await client.signIn('officer-1', 'Another-one-8');
    const before = clock.now();
    minutes(91 * 24 * 60);
    expect((await client.get('/me')).body).toMatchObject({ pending: 'password_change', passwordReason: 'expired' });
    clock.set(before);
  });

  test('gains and loses what its roles allow at once, in sessions that are open', async () => {
    const client = browser();
    await client.signIn('officer-1', 'Another-one-8');
    expect((await client.get('/me')).body.actions).toContain('enterprise.edit');
    expect(
      (await security.client.put(`/users/${id}/roles`, { roles: [{ role: 'expert', unitId: 'jianye' }] })).status,
    ).toBe(200);
    await expect.poll(async () => (await client.get('/me')).body.actions).not.toContain('enterprise.edit');
  });

  test('is shut out at once when it is disabled, and every step was recorded', async () => {
    const client = browser();
    await client.signIn('officer-1', 'Another-one-8');
    expect((await security.client.post(`/users/${id}/disable`, { reason: '离职' })).status).toBe(200);
    await expect.poll(async () => (await client.get('/me')).body.signedIn).toBe(false);
    const refused = await client.signIn('officer-1', 'Another-one-8');
    expect([refused.status, refused.body.code]).toEqual([403, 'ACCOUNT_DISABLED']);
    expect(new Set(await actionsOf(id))).toEqual(
      new Set([
        'user.create',
        'session.start',
        'user.changePassword',
        'session.refuse',
        'user.enable',
        'user.assign',
        'user.disable',
      ]),
    );
  });
});

describe('who manages whom', () => {
  test('administrators are one person each', async () => {
    const both = await make('two-hats', [
      { role: 'systemAdmin', unitId: 'root' },
      { role: 'auditAdmin', unitId: 'root' },
    ]);
    expect([both.status, both.body.message.zh]).toEqual([422, expect.stringContaining('分设')]);
  });

  test('an enterprise user needs an enterprise, and nobody else has one', async () => {
    expect((await make('ent', [{ role: 'enterpriseUser', unitId: 'jianye' }])).status).toBe(422);
    expect((await make('ent', [{ ...officer, enterpriseId: 1 }])).status).toBe(422);
    expect((await make('ent', [{ role: 'enterpriseUser', unitId: 'jianye', enterpriseId: 7 }])).status).toBe(200);
  });

  test('a district administrator reaches the own district only, in lists as on pages', async () => {
    const own = await signInAs(app, 'sec-jianye', { role: 'securityAdmin', unitId: 'jianye' });
    const { body: outside } = await make('outsider', [{ role: 'leader', unitId: 'jiangbei' }]);
    const { body: both } = await make('in-both', [officer, { role: 'leader', unitId: 'jiangbei' }]);
    const { body: inside } = await make('insider');
    const { body: list } = await own.client.get('/users?pageSize=200');
    const names = list.rows.map((row: { username: string }) => row.username);
    expect(names).toContain('insider');
    for (const hidden of ['outsider', 'in-both', 'sec-root', 'secadmin']) expect(names).not.toContain(hidden);
    expect(list.total).toBe(names.length);
    for (const { id } of [outside, both]) {
      expect((await own.client.get(`/users/${id}`)).status).toBe(404);
      expect((await own.client.post(`/users/${id}/disable`, { reason: '试一试' })).status).toBe(404);
      expect((await own.client.post(`/users/${id}/reset-password`, { reason: '试一试' })).status).toBe(404);
      expect((await own.client.get(`/sessions?userId=${id}`)).status).toBe(404);
    }
    expect((await own.client.get(`/users/${inside.id}`)).status).toBe(200);
    expect((await make('elsewhere', [{ role: 'leader', unitId: 'jiangbei' }], own.client)).status).toBe(403);
    expect(
      (await own.client.put(`/users/${inside.id}/roles`, { roles: [{ role: 'securityAdmin', unitId: 'root' }] }))
        .status,
    ).toBe(403);
  });

  test('nobody changes the own account, and nobody else changes any', async () => {
    expect((await security.client.put(`/users/${security.id}/roles`, { roles: [] })).status).toBe(403);
    const staff = await signInAs(app, 'staff', { role: 'districtStaff', unitId: 'jianye' });
    for (const client of [staff.client, (await signInAs(app, 'sys', { role: 'systemAdmin' })).client]) {
      expect((await client.get('/users')).status).toBe(403);
      expect((await make('nobody', [officer], client)).status).toBe(403);
      expect((await client.post(`/users/${security.id}/disable`, { reason: '试一试' })).status).toBe(403);
    }
  });

  test('a reset gives a first password, takes the second factor and ends every session', async () => {
    const lost = await signInAs(app, 'lost', officer as { role: 'serviceOfficer'; unitId: string });
    const { body } = await security.client.post(`/users/${lost.id}/reset-password`, { reason: '忘记密码' });
    await expect.poll(async () => (await lost.client.get('/me')).body.signedIn).toBe(false);
    const client = new TestClient(app.url);
    expect((await client.signIn('lost', TEST_PASSWORD)).status).toBe(401);
    expect((await client.signIn('lost', body.firstPassword)).status).toBe(200);
    expect((await client.get('/me')).body.pending).toBe('password_change');
  });

  test('sessions are listed and ended one by one', async () => {
    const person = await signInAs(app, 'two-devices', officer as { role: 'serviceOfficer'; unitId: string });
    const second = new TestClient(app.url);
    await second.signIn('two-devices', TEST_PASSWORD);
    const { body: sessions } = await person.client.get('/sessions');
    expect(sessions).toHaveLength(2);
    const other = sessions.find((session: { current: boolean }) => !session.current);
    expect((await person.client.delete(`/sessions/${other.id}`)).status).toBe(200);
    await expect.poll(async () => (await second.get('/me')).body.signedIn).toBe(false);
    expect((await person.client.get('/me')).body.signedIn).toBe(true);
  });
});

test('every way to make or change an account from outside is closed', async () => {
  const client = new TestClient(app.url);
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'request-password-reset',
    'change-email',
    'update-user',
    'delete-user',
  ])
    expect(
      (await client.send('POST', `/api/auth/${path}`, { email: 'a@b.cn', password: 'Xy-12345678', name: 'x' })).status,
    ).toBe(404);
});
