import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { openSignals, SharedCache, type Signals } from './index.ts';

let database: TestDatabase;
let here: Signals;
let there: Signals;
beforeAll(async () => {
  database = await startTestDatabase({ migrated: false });
  [here, there] = await Promise.all([openSignals(database), openSignals(database)]);
});
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  await database.close();
});

test('every server hears a signal, once its transaction has committed', async () => {
  const heard = vi.fn();
  const stop = [here.on('news', heard), there.on('news', heard)];
  await database.db.transaction().execute(async (tx) => {
    await here.publish(tx, 'news', 'eins');
    await new Promise((done) => setTimeout(done, 50));
    expect(heard).not.toHaveBeenCalled();
  });
  await expect.poll(() => heard.mock.calls).toEqual([['eins'], ['eins']]);
  for (const off of stop) off();
});

test('a transaction that is undone is not heard', async () => {
  const heard = vi.fn();
  const off = here.on('undone', heard);
  await database.db
    .transaction()
    .execute(async (tx) => {
      await here.publish(tx, 'undone');
      throw new Error('undo');
    })
    .catch(() => {});
  await here.publish(database.db, 'undone', 'after');
  await expect.poll(() => heard.mock.calls).toEqual([['after']]);
  off();
});

test('a cache is forgotten everywhere, by key, and only that key', async () => {
  let version = 1;
  const load = vi.fn(async (key: string) => `${key}${version}`);
  const caches = [here, there].map((signals) => new SharedCache(signals, 'words', load));
  for (const cache of caches) for (const key of ['a', 'b']) expect(await cache.get(key)).toBe(`${key}1`);
  version = 2;
  await there.publish(database.db, 'words', 'a');
  await expect.poll(() => Promise.all(caches.map((cache) => cache.get('a')))).toEqual(['a2', 'a2']);
  expect(await caches[0]!.get('b')).toBe('b1');
});

test('after a lost connection everything is forgotten, since anything may have happened', async () => {
  let version = 1;
  const cache = new SharedCache(here, 'lost', async () => version);
  expect(await cache.get('a')).toBe(1);
  version = 2;
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`;
  await database.pool.query(kill);
  await expect.poll(() => cache.get('a'), { timeout: 5000 }).toBe(2);
});
