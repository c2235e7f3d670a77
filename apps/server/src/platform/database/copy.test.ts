import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { bulkTransaction, copyRows } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase({ migrated: false });
  await database.pool.query('create table t (n int, words text, list text[], detail jsonb, day date, big bigint)');
});
afterAll(() => database.close());

const withoutNul = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
const row = fc.record({
  words: fc.option(withoutNul),
  list: fc.option(fc.array(withoutNul, { maxLength: 4 })),
  detail: fc.option(fc.dictionary(withoutNul, fc.oneof(withoutNul, fc.integer(), fc.boolean()), { maxKeys: 4 })),
  day: fc.option(
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10)),
  ),
  big: fc.option(fc.maxSafeInteger()),
});

test('every value that can be stored comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      await database.pool.query('truncate t');
      const written = await bulkTransaction(database, (_tx, client) =>
        copyRows(
          client,
          't',
          ['n', 'words', 'list', 'detail', 'day', 'big'],
          rows.map((r, n) => [n, r.words, r.list, r.detail, r.day, r.big]),
        ),
      );
      expect(written).toBe(rows.length);
      const { rows: stored } = await database.pool.query('select words, list, detail, day, big from t order by n');
      expect(stored).toEqual(rows.map((r) => ({ ...r, detail: r.detail && { ...r.detail } })));
    }),
    { numRuns: 60 },
  );
});

test('a row that does not fit undoes the whole transaction', async () => {
  await database.pool.query('truncate t');
  const broken = bulkTransaction(database, (_tx, client) =>
    copyRows(
      client,
      't',
      ['n', 'day'],
      [
        [1, '2024-01-01'],
        [2, 'no day'],
      ],
    ),
  );
  await expect(broken).rejects.toThrow('no day');
  expect((await database.pool.query('select count(*) as n from t')).rows).toEqual([{ n: 0 }]);
});

test('typed queries and COPY share one transaction', async () => {
  await database.pool.query('truncate t');
  const seen = await bulkTransaction(database, async (tx, client) => {
    await copyRows(client, 't', ['n'], [[1], [2]]);
    const { rows } = await sql<{ n: number }>`select count(*) as n from t`.execute(tx);
    return rows[0]?.n;
  });
  expect(seen).toBe(2);
});
