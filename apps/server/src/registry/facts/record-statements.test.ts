import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulkTransaction } from '../../platform/database/index.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { addEnterprise, seedTestOrganisation } from '../testing/enterprises.ts';
import { recordManyStatements } from './record-many.ts';
import { recordStatements } from './record-statements.ts';
import type { NewStatement } from './statement.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
});
afterAll(() => database.close());

const options = { figuresYear: 2025 };
const said = (
  enterpriseId: number,
  source: string,
  facts: NewStatement['facts'],
  more: Partial<NewStatement> = {},
) => ({
  enterpriseId,
  district: 'jianye',
  year: 2025,
  source,
  statedAt: new Date('2026-03-01T00:00:00Z'),
  facts,
  ...more,
});
const record = (...statements: NewStatement[]) =>
  database.db.transaction().execute((tx) => recordStatements(tx, statements, options));
const recordMany = (...statements: NewStatement[]) =>
  bulkTransaction(database, (tx, client) => recordManyStatements(tx, client, statements, options));
const factsOf = async (enterpriseId: number, year = 2025) =>
  (
    await database.db
      .selectFrom('snapshot')
      .select('facts')
      .where('enterprise_id', '=', enterpriseId)
      .where('year', '=', year)
      .executeTakeFirst()
  )?.facts;
const openConflicts = async (enterpriseId: number) =>
  (
    await database.db
      .selectFrom('conflict')
      .select('fact')
      .where('enterprise_id', '=', enterpriseId)
      .where('state', '=', 'open')
      .orderBy('fact')
      .execute()
  ).map((row) => row.fact);

describe('what is held true', () => {
  test('the more trusted source wins over the later one, and each fact is decided by itself', async () => {
    const id = await addEnterprise(database.db);
    await record(said(id, 'tax', { revenue: 1000 }));
    await record(said(id, 'ledger', { revenue: 1300, staff: 12 }, { statedAt: new Date('2026-06-01') }));
    expect(await factsOf(id)).toEqual({ revenue: 1000, staff: 12 });
  });

  test('of two records of one source the later is believed, in whatever order they arrive', async () => {
    const id = await addEnterprise(database.db);
    await record(said(id, 'ledger', { revenue: 5 }, { statedAt: new Date('2026-06-01') }));
    await record(said(id, 'ledger', { revenue: 4 }, { statedAt: new Date('2026-05-01') }));
    expect(await factsOf(id)).toEqual({ revenue: 5 });
    expect(await openConflicts(id)).toEqual([]);
  });

  test('the figures that lists show follow, and the enterprise counts as touched', async () => {
    const id = await addEnterprise(database.db);
    const before = await database.db
      .selectFrom('enterprise')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await record(said(id, 'tax', { revenue: 1000.5, rd: 60, staff: 20 }));
    await record(said(id, 'registration', { registrationDate: '2019-02-28', industryCode: '6513' }, { year: null }));
    const after = await database.db.selectFrom('enterprise').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(after).toMatchObject({
      revenue: '1000.5',
      rd: '60',
      staff: '20',
      registered_on: '2019-02-28',
      industry_code: '6513',
    });
    expect(after.updated_at.getTime()).toBeGreaterThan(before.updated_at.getTime());
  });
});

describe('conflicts', () => {
  test('sources that differ open one, sources that differ by rounding do not', async () => {
    const id = await addEnterprise(database.db);
    await record(said(id, 'tax', { revenue: 1000, rd: 50, highTechIncome: 800 }));
    await record(said(id, 'ledger', { revenue: 1004, rd: 60, highTechIncome: 800 }));
    expect(await openConflicts(id)).toEqual(['rd']);
  });

  test('a conflict closes by itself when the sources come to agree', async () => {
    const id = await addEnterprise(database.db);
    await record(said(id, 'tax', { rd: 50 }));
    await record(said(id, 'ledger', { rd: 60 }));
    expect(await openConflicts(id)).toEqual(['rd']);
    await record(said(id, 'ledger', { rd: 50 }, { statedAt: new Date('2026-04-01') }));
    expect(await openConflicts(id)).toEqual([]);
  });

  test('what an officer decided is not asked again until a source says something new', async () => {
    const id = await addEnterprise(database.db);
    await record(said(id, 'tax', { rd: 50 }));
    await record(said(id, 'ledger', { rd: 60 }));
    await record(said(id, 'correction', { rd: 60 }));
    expect(await factsOf(id)).toEqual({ rd: 60 });
    expect(await openConflicts(id)).toEqual([]);
    await record(said(id, 'tax', { rd: 50 }, { statedAt: new Date('2026-08-01') }));
    expect(await openConflicts(id)).toEqual([]);
    await record(said(id, 'tax', { rd: 90 }, { statedAt: new Date('2026-09-01') }));
    expect(await openConflicts(id)).toEqual(['rd']);
    expect(await factsOf(id)).toEqual({ rd: 60 });
  });
});

describe('many statements at a time', () => {
  test('end as the same facts and conflicts as one at a time', async () => {
    const one = await addEnterprise(database.db);
    const many = await addEnterprise(database.db);
    const about = (id: number) => [
      said(id, 'tax', { revenue: 1000, rd: 50, techField: '新材料' }),
      said(id, 'ledger', { revenue: 1200, rd: 50.1 }),
      said(id, 'ledger', { revenue: 1300 }, { statedAt: new Date('2026-09-01') }),
      said(id, 'ledger', { techField: '航空航天', legalPerson: true }, { year: null }),
    ];
    for (const statement of about(one)) await record(statement);
    const outcome = await recordMany(...about(many));
    expect(outcome).toEqual({ stored: 4, unchanged: 0, conflictsOpened: 1, changedEnterprises: 1 });
    expect(await factsOf(many)).toEqual(await factsOf(one));
    expect(await factsOf(many, 0)).toEqual(await factsOf(one, 0));
    expect(await openConflicts(many)).toEqual(await openConflicts(one));
  });

  test('a file recorded twice changes nothing', async () => {
    const id = await addEnterprise(database.db);
    const file = [
      said(id, 'ledger', { revenue: 1, staff: 3 }),
      said(id, 'ledger', { legalPerson: false }, { year: null }),
    ];
    await recordMany(...file);
    expect(await recordMany(...file)).toEqual({ stored: 0, unchanged: 2, conflictsOpened: 0, changedEnterprises: 0 });
  });

  test('a failure in the middle leaves nothing behind', async () => {
    const id = await addEnterprise(database.db);
    await expect(
      recordMany(said(id, 'ledger', { revenue: 1 }), said(id, 'no-such-source', { revenue: 2 })),
    ).rejects.toThrow(/source/);
    expect(await factsOf(id)).toBeUndefined();
  });
});

test('two officers who correct one fact at the same time both leave their statement', async () => {
  const id = await addEnterprise(database.db);
  await Promise.all([
    record(said(id, 'correction', { revenue: 10 }, { byUser: 'a' })),
    record(said(id, 'correction', { revenue: 20 }, { byUser: 'b' })),
  ]);
  const statements = await database.db
    .selectFrom('statement')
    .select('facts')
    .where('enterprise_id', '=', id)
    .execute();
  expect(statements).toHaveLength(2);
  expect([10, 20]).toContain((await factsOf(id))?.revenue);
});
