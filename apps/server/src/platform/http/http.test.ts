import { contract } from '@forest/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../app.ts';
import { signInAs, startTestApp, startTestDatabase, TestClient, type TestDatabase } from '../../testing/index.ts';

let database: TestDatabase;
let app: App;
let anybody: TestClient;
beforeAll(async () => {
  database = await startTestDatabase();
  app = await startTestApp(database);
  anybody = new TestClient(app.url);
});
afterAll(async () => {
  await app?.close();
  await database.close();
});

describe('the HTTP edge', () => {
  test('says that it is alive and ready', async () => {
    expect((await anybody.send('GET', '/healthz')).status).toBe(200);
    expect((await anybody.send('GET', '/readyz')).status).toBe(200);
  });

  test('answers the same procedure as REST and as RPC', async () => {
    expect((await anybody.get('/me')).body).toMatchObject({ signedIn: false, actions: ['rule.read'] });
    const rpc = await anybody.send('POST', '/api/rpc/identity/me', {});
    expect(rpc.body.json).toMatchObject({ signedIn: false });
  });

  test('refuses with a code, a sentence in both languages, a remedy and a number', async () => {
    const { status, body } = await anybody.get('/users');
    expect(status).toBe(401);
    expect(body).toMatchObject({
      code: 'signed_out',
      message: { zh: expect.any(String), en: expect.any(String) },
      remedy: { zh: '请登录后再试。' },
    });
    expect(body.requestId).toMatch(/^[\w-]{8,}$/);
    const rpc = await anybody.send('POST', '/api/rpc/identity/users/list', { json: { page: 1, pageSize: 10 } });
    expect(rpc.status).toBe(401);
    expect(rpc.body.json.data).toMatchObject({ code: 'signed_out' });
  });

  test('names the fields of an input that does not fit', async () => {
    const { client } = await signInAs(app, 'fields', { role: 'securityAdmin' });
    const { status, body } = await client.post('/users', { username: '!', name: '', roles: [] });
    expect(status).toBe(422);
    expect(body.fields.map((field: { path: string }) => field.path)).toEqual(
      expect.arrayContaining(['username', 'name']),
    );
  });

  test('answers broken JSON, unknown addresses and methods without falling over', async () => {
    expect((await anybody.send('POST', '/api/v1/users', '{broken')).status).toBe(422);
    expect((await anybody.send('GET', '/api/v1/no/such/thing')).body.code).toBe('not_found');
    expect((await anybody.send('PATCH', '/api/v1/me', {})).status).toBe(404);
    expect(
      (await anybody.send('POST', '/api/v1/me/password', JSON.stringify({ x: 'x'.repeat(5_000_000) }))).status,
    ).toBe(413);
  });

  test('sends the security headers with everything', async () => {
    for (const path of ['/healthz', '/api/v1/me', '/api/v1/nothing', '/api/docs', '/nothing']) {
      const { headers } = await anybody.send('GET', path);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toBeTruthy();
    }
  });

  test('takes over a request number that looks like one, and no other', async () => {
    const ask = (id: string) => anybody.send('GET', '/healthz', undefined, { 'x-request-id': id });
    expect((await ask('abc-12345678')).headers.get('x-request-id')).toBe('abc-12345678');
    expect((await ask('<script>')).headers.get('x-request-id')).not.toContain('<');
  });

  test('refuses changes that another site asks for', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign)
      expect((await anybody.send('POST', '/api/auth/sign-out', {}, headers)).status).toBe(403);
    expect((await anybody.send('POST', '/api/auth/sign-out', {}, { origin: app.url })).status).toBe(200);
  });

  test('describes the whole contract as OpenAPI and as a page without scripts or other hosts', async () => {
    const document = (await anybody.send('GET', '/api/openapi.json')).body;
    const operations = Object.values(document.paths as Record<string, object>).flatMap((methods) =>
      Object.keys(methods),
    );
    expect(operations).toHaveLength(countProcedures(contract));
    const page = (await anybody.send('GET', '/api/docs')).body as string;
    expect(page).toContain('/enterprises/{id}');
    expect(page).not.toMatch(/<script|https?:\/\//);
  });

  test('shows its metrics by route pattern, without ids', async () => {
    await anybody.get('/users/some-user-id');
    const page = (await anybody.send('GET', '/metrics')).body as string;
    expect(page).toContain('route="identity.users.get"');
    expect(page).not.toContain('some-user-id');
  });

  test('limits requests of one sender when a limit is set', async () => {
    const limited = await startTestApp(database, { settings: { requestsPerMinute: 10 } });
    const client = new TestClient(limited.url);
    const statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await client.get('/me')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    await limited.close();
  });
});

function countProcedures(node: object): number {
  if ('~orpc' in node) return 1;
  return Object.values(node).reduce((sum, child) => sum + countProcedures(child), 0);
}
