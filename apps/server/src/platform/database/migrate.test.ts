import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await startTestDatabase({ migrated: false });
});
afterEach(() => database.close());

const first = { id: '0001', up: 'create table a (id int); insert into a values (1)' };
const second = { id: '0002', up: 'insert into a values (2)' };
const setOf = (...migrations: { id: string; up: string }[]) => [{ context: 'test', migrations }];
const rowsOfA = async () => (await database.pool.query('select id from a order by id')).rows.map((row) => row.id);

describe('migrations', () => {
  test('each runs once and in order', async () => {
    expect(await migrate(database.pool, setOf(first))).toEqual(['test/0001']);
    expect(await migrate(database.pool, setOf(first, second))).toEqual(['test/0002']);
    expect(await rowsOfA()).toEqual([1, 2]);
  });

  test('servers that start together apply them once', async () => {
    const slow = { id: '0000', up: 'select pg_sleep(0.2); create table b (id int)' };
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.pool, setOf(slow, first, second))));
    expect(applied.flat().sort()).toEqual(['test/0000', 'test/0001', 'test/0002']);
    expect(await rowsOfA()).toEqual([1, 2]);
  });

  test('a step that fails half way leaves nothing behind and can be tried again', async () => {
    const broken = { id: '0002', up: 'insert into a values (2); insert into nowhere values (1)' };
    await expect(migrate(database.pool, setOf(first, broken))).rejects.toThrow('test/0002');
    expect(await rowsOfA()).toEqual([1]);
    expect(await migrate(database.pool, setOf(first, second))).toEqual(['test/0002']);
  });

  test('a connection killed in the middle of a step leaves that step undone', async () => {
    const slow = { id: '0002', up: 'insert into a values (2); select pg_sleep(30)' };
    await migrate(database.pool, setOf(first));
    const running = expect(migrate(database.pool, setOf(first, slow))).rejects.toThrow();
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid() and datname = current_database()`;
    await expect.poll(async () => (await database.pool.query(kill)).rowCount).toBe(1);
    await running;
    expect(await rowsOfA()).toEqual([1]);
    expect(await migrate(database.pool, setOf(first, second))).toEqual(['test/0002']);
  });

  test('a step edited after it was applied is refused with a sentence on what to do', async () => {
    await migrate(database.pool, setOf(first));
    await expect(migrate(database.pool, setOf({ ...first, up: 'create table c ()' }))).rejects.toThrow(
      'empty data folder',
    );
  });

  test('a database from a newer program is refused', async () => {
    await migrate(database.pool, setOf(first, second));
    await expect(migrate(database.pool, setOf(first))).rejects.toThrow('newer version');
  });
});
