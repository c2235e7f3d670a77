import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { addEnterprise, seedTestOrganisation } from '../testing/enterprises.ts';
import type { DerivedFact } from './derive.ts';
import { findFactSet, readFactBlocks } from './index.ts';
import { heldOn, statusOn } from './validity.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
});
afterAll(() => database.close());

const derivations: DerivedFact[] = [
  { id: 'hasHnte', derived: { from: 'qualifications', kind: 'hnte' } },
  { id: 'classOneIp', derived: { from: 'ip', class: 'I' } },
  { id: 'ownClassOneIp', derived: { from: 'ip', class: 'I', acquired: 'own' } },
  { id: 'softwareCopyrights', derived: { from: 'ip', kind: 'software' } },
  { id: 'valuationUsd', derived: { from: 'financing', measure: 'latestValuation', currency: 'USD' } },
  { id: 'equityFinancingTwoYears', derived: { from: 'financing', measure: 'equitySum', years: 2 } },
  { id: 'lastFinancingDate', derived: { from: 'financing', measure: 'latestDate' } },
];
const factsOn = async (id: number, asOf: string) =>
  (await findFactSet(database.db, id, { asOf, derivations }))!.enterprise;
const origin = { district: 'jianye', source: 'public' };

describe('a certificate', () => {
  test('counts on its last day and not on the day after, nor from the day it was revoked', async () => {
    const id = await addEnterprise(database.db);
    await database.db
      .insertInto('qualification')
      .values({ enterprise_id: id, kind: 'hnte', issued_on: '2021-11-30', expires_on: '2024-11-29', ...origin })
      .execute();
    expect((await factsOn(id, '2021-11-29')).hasHnte).toBe(false);
    expect((await factsOn(id, '2024-11-29')).hasHnte).toBe(true);
    expect((await factsOn(id, '2024-11-30')).hasHnte).toBe(false);
    await database.db.updateTable('qualification').set({ revoked_on: '2023-01-01' }).execute();
    expect((await factsOn(id, '2022-12-31')).hasHnte).toBe(true);
    expect((await factsOn(id, '2023-01-01')).hasHnte).toBe(false);
  });

  test('that is not recorded leaves what a source stated', async () => {
    const id = await addEnterprise(database.db);
    expect(await factsOn(id, '2024-01-01')).toEqual({});
    await database.db
      .insertInto('snapshot')
      .values({ enterprise_id: id, year: 0, district: 'jianye', facts: '{"hasHnte": true}' })
      .execute();
    expect(await factsOn(id, '2024-01-01')).toEqual({ hasHnte: true });
  });

  test('reads the same in SQL and in the dossier on every combination of dates', async () => {
    const date = fc.option(fc.constantFrom('2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'));
    await fc.assert(
      fc.asyncProperty(date, date, date, async (issued_on, expires_on, revoked_on) => {
        const day = '2020-01-03';
        const { rows } = await database.pool.query(
          `select ${heldOn(day).compile(database.db).sql.replaceAll(/\$\d/g, `'${day}'`)} as held
           from (select $1::date as issued_on, $2::date as expires_on, $3::date as revoked_on) q`,
          [issued_on, expires_on, revoked_on],
        );
        expect(rows[0].held === true).toBe(statusOn({ issued_on, expires_on, revoked_on }, day) === 'valid');
      }),
      { numRuns: 125 },
    );
  });
});

describe('intellectual property', () => {
  test('counts what stands on the day: granted, not ended, within the legal term', async () => {
    const id = await addEnterprise(database.db);
    const item = { enterprise_id: id, title: '演示', status: 'granted', acquired: 'own' as const, ...origin };
    await database.db
      .insertInto('ip_item')
      .values([
        { ...item, kind: 'invention', applied_on: '2004-05-01', granted_on: '2006-01-01' },
        { ...item, kind: 'invention', applied_on: '2020-05-01', granted_on: '2024-01-01', acquired: 'bought' },
        { ...item, kind: 'invention', applied_on: '2022-05-01', status: 'pending' },
        { ...item, kind: 'software', granted_on: '2023-01-01', ended_on: '2024-06-01' },
      ])
      .execute();
    const on = async (day: string) => {
      const { classOneIp, ownClassOneIp, softwareCopyrights } = await factsOn(id, day);
      return { classOneIp, ownClassOneIp, softwareCopyrights };
    };
    expect(await on('2023-06-01')).toEqual({ classOneIp: 1, ownClassOneIp: 1, softwareCopyrights: 1 });
    expect(await on('2024-04-30')).toEqual({ classOneIp: 2, ownClassOneIp: 1, softwareCopyrights: 1 });
    expect(await on('2024-06-01')).toEqual({ classOneIp: 1, ownClassOneIp: 0, softwareCopyrights: 0 });
  });

  test('of unknown origin leaves the number of own ones unknown, not zero', async () => {
    const id = await addEnterprise(database.db);
    await database.db
      .insertInto('ip_item')
      .values({
        enterprise_id: id,
        title: '演示',
        kind: 'invention',
        status: 'granted',
        granted_on: '2020-01-01',
        ...origin,
      })
      .execute();
    const facts = await factsOn(id, '2024-01-01');
    expect(facts.classOneIp).toBe(1);
    expect(facts).not.toHaveProperty('ownClassOneIp');
  });
});

describe('financing', () => {
  test('sums the window exactly and takes the latest valuation known on the day', async () => {
    const id = await addEnterprise(database.db);
    const round = { enterprise_id: id, round: 'A', ...origin };
    await database.db
      .insertInto('financing_round')
      .values([
        { ...round, closed_on: '2022-03-01', amount: '1000.1', valuation_usd: '900' },
        { ...round, closed_on: '2023-03-01', amount: '0.2' },
        { ...round, closed_on: '2023-04-01', amount: '500', equity: false },
        { ...round, closed_on: '2025-01-01', amount: '7', valuation_usd: '5000' },
      ])
      .execute();
    expect(await factsOn(id, '2024-02-29')).toEqual({
      valuationUsd: 900,
      equityFinancingTwoYears: 1000.3,
      lastFinancingDate: '2023-04-01',
    });
    expect((await factsOn(id, '2024-03-01')).equityFinancingTwoYears).toBe(0.2);
  });

  test('with an amount missing leaves the sum unknown', async () => {
    const id = await addEnterprise(database.db);
    await database.db
      .insertInto('financing_round')
      .values({ enterprise_id: id, round: 'A', closed_on: '2023-03-01', ...origin })
      .execute();
    expect(await factsOn(id, '2024-01-01')).not.toHaveProperty('equityFinancingTwoYears');
  });
});

test('the census reads of every enterprise what its own page reads, whatever the size of the blocks', async () => {
  for (let i = 0; i < 5; i++) await addEnterprise(database.db, { district: 'jianye' });
  await addEnterprise(database.db, { district: 'jiangbei' });
  const question = { asOf: '2024-05-01', derivations };
  const collect = async (blockSize: number, after = 0) => {
    const rows = [];
    for await (const block of readFactBlocks(database.db, { ...question, district: 'jianye', blockSize, after }))
      rows.push(...block);
    return rows;
  };
  const whole = await collect(1000);
  expect(whole.length).toBeGreaterThan(8);
  expect(await collect(3)).toEqual(whole);
  for (const one of whole) expect(await findFactSet(database.db, one.enterpriseId, question)).toEqual(one);
  expect(await collect(3, whole[4]!.enterpriseId)).toEqual(whole.slice(5));
});
