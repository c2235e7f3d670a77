import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { addEnterprise, seedTestOrganisation } from '../testing/enterprises.ts';
import { DistrictInUse, loadDemo } from './load-demo.ts';
import { removeDemo } from './remove-demo.ts';

let database: TestDatabase;
const options = {
  district: 'jianye',
  count: 400,
  seed: 3,
  lastYear: 2025,
  today: '2026-02-01',
  now: new Date('2026-02-01T00:00:00Z'),
};

beforeAll(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
});
afterAll(() => database.close());

const countOf = async (table: 'enterprise' | 'statement' | 'snapshot' | 'qualification' | 'ip_item' | 'contact') =>
  Number(
    (
      await database.db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

test('fills the district once, all marked as synthetic, with figures on the list', async () => {
  expect(await loadDemo(database, options)).toBe(400);
  expect(await loadDemo(database, options)).toBe(0);
  const rows = await database.db
    .selectFrom('enterprise')
    .select(['demo', 'revenue', 'figures_year', 'code_status'])
    .execute();
  expect(rows).toHaveLength(400);
  expect(rows.every((row) => row.demo && row.code_status === 'valid')).toBe(true);
  expect(rows.filter((row) => row.revenue !== null && row.figures_year === 2025).length).toBeGreaterThan(300);
});

test('is removed without a trace', async () => {
  expect(await database.db.transaction().execute((tx) => removeDemo(tx, 'jianye'))).toBe(400);
  for (const table of ['enterprise', 'statement', 'snapshot', 'qualification', 'ip_item', 'contact'] as const)
    expect(await countOf(table)).toBe(0);
});

test('never enters a district that holds real enterprises', async () => {
  await addEnterprise(database.db, { demo: false });
  await expect(loadDemo(database, options)).rejects.toBeInstanceOf(DistrictInUse);
  expect(await countOf('enterprise')).toBe(1);
});
