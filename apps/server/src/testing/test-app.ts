import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Role } from '@forest/domain';
import { type App, startApp } from '../app.ts';
import type { HeldRole } from '../identity/grants.ts';
import { insertUser } from '../identity/manage-users.ts';
import type { Clock } from '../platform/clock.ts';
import type { Settings } from '../platform/settings.ts';
import type { TestDatabase } from './test-database.ts';
import { testSettings } from './test-platform.ts';

export interface TestAppOptions {
  clock?: Clock;
  settings?: Partial<Settings>;
}

/** A whole server on a test's database, listening on a free port. Close it before the database. */
export async function startTestApp(database: TestDatabase, { clock, settings }: TestAppOptions = {}): Promise<App> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'forest-test-data-'));
  const defaults = { ...testSettings(), requestsPerMinute: 0, poolSize: 6, dataDir };
  const all: Settings = { ...defaults, ...settings, databaseUrl: database.url };
  const app = await startApp({ settings: all, host: '127.0.0.1', port: 0, log: false, ...(clock && { clock }) });
  const close = async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...app, close };
}

export interface TestUser {
  id: string;
  username: string;
  client: TestClient;
}

export const TEST_PASSWORD = 'Only-for-tests-7';

/** A person with these roles who has signed in at this server. `unitId` null = above all units. */
export async function signInAs(
  app: App,
  username: string,
  ...roles: { role: Role; unitId?: string | null; enterpriseId?: number | null }[]
): Promise<TestUser> {
  const grants = roles.map(
    ({ role, unitId = null, enterpriseId = null }): HeldRole => ({
      userId: '',
      role,
      unitId,
      unitName: null,
      unitPath: '/',
      district: null,
      enterpriseId,
    }),
  );
  const person = { username, name: `测试用户 ${username}`, email: null };
  const id = await app.platform.db
    .transaction()
    .execute((tx) => insertUser(tx, person, grants, TEST_PASSWORD, { at: app.platform.clock.now(), by: null }));
  await app.platform.db
    .updateTable('user_state')
    .set({ must_change_password: false })
    .where('user_id', '=', id)
    .execute();
  const client = new TestClient(app.url);
  const answer = await client.signIn(username, TEST_PASSWORD);
  if (answer.status !== 200) throw new Error(`sign-in of ${username} answered ${answer.status}`);
  return { id, username, client };
}

export interface Answer {
  status: number;
  // The tests look into answers of every shape.
  body: ReturnType<typeof JSON.parse>;
  headers: Headers;
}

/** A browser without a window: keeps cookies, speaks JSON. */
export class TestClient {
  readonly #url: string;
  readonly #cookies: Map<string, string>;

  constructor(url: string, cookies: ReadonlyMap<string, string> = new Map()) {
    this.#url = url;
    this.#cookies = new Map(cookies);
  }

  /** The same browser at another server of the same database. */
  at(url: string): TestClient {
    return new TestClient(url, this.#cookies);
  }

  signIn(username: string, password: string): Promise<Answer> {
    return this.send('POST', '/api/auth/sign-in/username', { username, password });
  }

  /** @param path below /api/v1 */
  get(path: string): Promise<Answer> {
    return this.send('GET', `/api/v1${path}`);
  }
  post(path: string, body: object = {}): Promise<Answer> {
    return this.send('POST', `/api/v1${path}`, body);
  }
  put(path: string, body: object = {}): Promise<Answer> {
    return this.send('PUT', `/api/v1${path}`, body);
  }
  delete(path: string): Promise<Answer> {
    return this.send('DELETE', `/api/v1${path}`);
  }

  async send(
    method: string,
    path: string,
    body?: object | string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.#url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value ?? '');
    }
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: isJson && text ? JSON.parse(text) : text, headers: answer.headers };
  }
}
