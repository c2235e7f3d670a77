import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../platform/fault.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { getDossier } from '../dossier/get-dossier.ts';
import { dismissDuplicate } from '../duplicates/dismiss-duplicate.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { listDuplicates } from '../duplicates/list-duplicates.ts';
import { correctFact } from '../facts/correct-fact.ts';
import { recordStatements } from '../facts/record-statements.ts';
import { findFactSet } from '../factsets/index.ts';
import { listEnterprises } from '../list/list-enterprises.ts';
import { revokeQualification } from '../qualification/revoke-qualification.ts';
import { addEnterprise, grantOf, seedTestOrganisation } from '../testing/enterprises.ts';
import { useCase, viewer } from '../testing/world.ts';
import { mergeEnterprises } from './merge-enterprises.ts';
import { undoMerge } from './undo-merge.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
});
afterAll(() => database.close());

const staff = viewer('staff', grantOf('districtStaff', '/jianye/'));
const as = (user = staff) => useCase(database.db, user);
const merge = (keep: number, absorb: number) => mergeEnterprises({ keep, absorb, reason: '同一家' }, as());
const say = (id: number, source: string, year: number | null, facts: Record<string, number | string | boolean>) =>
  database.db
    .transaction()
    .execute((tx) =>
      recordStatements(
        tx,
        [{ enterpriseId: id, district: 'jianye', year, source, statedAt: new Date('2026-03-01'), facts }],
        { figuresYear: 2025 },
      ),
    );

/** All rows about these enterprises, without what every touch changes. */
async function everything(ids: number[]) {
  const rows: Record<string, unknown> = {};
  for (const table of [
    'statement',
    'snapshot',
    'conflict',
    'qualification',
    'ip_item',
    'financing_round',
    'contact',
    'enterprise_name',
    'review_item',
  ])
    rows[table] = (
      await sql`select * from ${sql.table(table)} t where enterprise_id = any(${ids}::bigint[]) order by t::text`.execute(
        database.db,
      )
    ).rows;
  rows.enterprise = (
    await sql<object>`select * from enterprise where id = any(${ids}::bigint[]) order by id`.execute(database.db)
  ).rows.map((row) => ({ ...row, updated_at: null }));
  return rows;
}

async function twins() {
  const keep = await addEnterprise(database.db, { name: '演示双木软件有限公司', parkId: 'xin' });
  const absorb = await addEnterprise(database.db, {
    name: '演示双木软件公司',
    creditCode: '91320105MA20003690',
    address: '演示路 1 号',
    subdistrictId: 'mochou',
  });
  await say(keep, 'ledger', 2025, { revenue: 900, staff: 12 });
  await say(keep, 'tax', 2024, { revenue: 700 });
  await say(absorb, 'tax', 2025, { revenue: 1000, rd: 60 });
  await say(absorb, 'registration', null, { registrationDate: '2018-04-01', legalPerson: true });
  const certificate = {
    district: 'jianye',
    source: 'public',
    kind: 'hnte',
    issued_on: '2024-11-06',
    expires_on: '2027-11-05',
  };
  await database.db
    .insertInto('qualification')
    .values([
      { ...certificate, enterprise_id: absorb, certificate_no: 'GR202432000001' },
      { ...certificate, enterprise_id: absorb, kind: 'techSme', certificate_no: 'T1' },
      { ...certificate, enterprise_id: keep, kind: 'techSme', certificate_no: 'T1' },
    ])
    .execute();
  await database.db
    .insertInto('ip_item')
    .values({
      enterprise_id: absorb,
      district: 'jianye',
      kind: 'software',
      title: '演示软件',
      status: 'granted',
      granted_on: '2020-01-01',
      source: 'public',
    })
    .execute();
  await database.db
    .insertInto('contact')
    .values({ enterprise_id: absorb, district: 'jianye', role: '联系人', name: '演示' })
    .execute();
  return { keep, absorb };
}

describe('a merge', () => {
  test('brings together facts, certificates, names and places, and leaves the absorbed one pointing there', async () => {
    const { keep, absorb } = await twins();
    await merge(keep, absorb);
    const dossier = await getDossier({ id: keep }, as());
    expect(dossier.enterprise).toMatchObject({
      revenue: 1000,
      rd: 60,
      staff: 12,
      creditCode: '91320105MA20003690',
      parkId: 'xin',
      subdistrictId: 'mochou',
      registeredOn: '2018-04-01',
      qualifications: ['hnte', 'techSme'],
    });
    expect(dossier.qualifications).toHaveLength(2);
    expect(dossier.names.map((one) => one.name)).toEqual(['演示双木软件公司']);
    expect(dossier.facts.find((one) => one.fact === 'revenue' && one.year === 2025)?.conflicting).toBe(true);
    expect((await getDossier({ id: absorb }, as())).enterprise).toMatchObject({ state: 'merged', mergedInto: keep });
    const found = await listEnterprises({ q: '双木软件公司', page: 1, pageSize: 10, sort: 'name', order: 'asc' }, as());
    expect(found.rows.map((row) => row.id)).toEqual([keep]);
    const question = { asOf: '2026-11-22', derivations: as().vocabulary.derivations };
    expect((await findFactSet(database.db, keep, question))?.enterprise).toMatchObject({
      hasHnte: true,
      softwareCopyrights: 1,
    });
    expect(await findFactSet(database.db, absorb, question)).toBeUndefined();
    const fault = await correctFact({ id: absorb, fact: 'revenue', year: 2025, value: 1, reason: '试' }, as()).catch(
      (e: unknown) => e,
    );
    expect(fault instanceof Fault && fault.code).toBe('conflict');
  });

  test('and its undoing leave every row as it was', async () => {
    const { keep, absorb } = await twins();
    const before = await everything([keep, absorb]);
    const { mergeId } = await merge(keep, absorb);
    expect(await everything([keep, absorb])).not.toEqual(before);
    expect(await undoMerge({ mergeId }, as())).toEqual({ restored: absorb });
    expect(await everything([keep, absorb])).toEqual(before);
  });

  test('of three, undone in any order that makes sense, leaves every row as it was', async () => {
    const { keep, absorb } = await twins();
    const third = await addEnterprise(database.db, { name: '演示双木股份公司', carrierId: 'tower' });
    await say(third, 'statistics', 2025, { revenue: 1500, highTechIncome: 10 });
    const all = [keep, absorb, third];
    const before = await everything(all);
    const first = await merge(keep, absorb);
    const second = await merge(third, keep);
    const inner = await undoMerge({ mergeId: first.mergeId }, as()).catch((e: unknown) => e);
    expect(inner instanceof Fault && inner.text.zh).toContain('先撤销');
    await undoMerge({ mergeId: second.mergeId }, as());
    await undoMerge({ mergeId: first.mergeId }, as());
    expect(await everything(all)).toEqual(before);
    const one = await merge(keep, absorb);
    const two = await merge(keep, third);
    await undoMerge({ mergeId: one.mergeId }, as());
    await undoMerge({ mergeId: two.mergeId }, as());
    expect(await everything(all)).toEqual(before);
  });

  test('undone keeps what was done meanwhile: corrections with the kept one, a revocation with its certificate', async () => {
    const { keep, absorb } = await twins();
    const { mergeId } = await merge(keep, absorb);
    await correctFact({ id: keep, fact: 'rd', year: 2025, value: 77, reason: '核对' }, as());
    const hnte = (await getDossier({ id: keep }, as())).qualifications.find((one) => one.kind === 'hnte')!;
    await revokeQualification({ id: keep, qualificationId: hnte.id, on: '2026-01-01', reason: '取消' }, as());
    await undoMerge({ mergeId }, as());
    expect((await getDossier({ id: keep }, as())).enterprise).toMatchObject({
      rd: 77,
      revenue: 900,
      qualifications: ['techSme'],
    });
    const absorbed = await getDossier({ id: absorb }, as());
    expect(absorbed.enterprise).toMatchObject({ rd: 60, state: 'active', qualifications: ['techSme'] });
    expect(absorbed.qualifications.find((one) => one.kind === 'hnte')?.status).toBe('revoked');
    const twice = await undoMerge({ mergeId }, as()).catch((e: unknown) => e);
    expect(twice instanceof Fault && twice.code).toBe('conflict');
  });

  test('in both directions at once happens once', async () => {
    const { keep, absorb } = await twins();
    const outcome = await Promise.allSettled([merge(keep, absorb), merge(absorb, keep)]);
    expect(outcome.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('duplicates', () => {
  const search = () => database.db.transaction().execute((tx) => findDuplicates(tx, { district: 'jianye', ids: null }));
  const pairs = async () => (await listDuplicates({ page: 1, pageSize: 200 }, as())).rows;

  test('are found with their reasons, forgotten when they no longer look alike, and never proposed again once dismissed', async () => {
    const add = (name: string, more = {}) => addEnterprise(database.db, { name, ...more });
    const left = await add('演示（白鹭）科技有限公司', { address: '建邺区白鹭路 8 号 301 室' });
    const same = await add('演示(白鹭)科技有限公司');
    const near = await add('演示白鹭科技发展有限公司', { address: '南京市建邺区白鹭路8号301室' });
    await add('演示完全无关公司', { address: '建邺区白鹭路 8 号 301 室' });
    await search();
    const of = async (a: number, b: number) =>
      (await pairs()).find((pair) => pair.left.id === Math.min(a, b) && pair.right.id === Math.max(a, b));
    expect((await of(left, same))?.reasons.map((reason) => reason.zh)).toEqual(['名称相同']);
    expect((await of(left, near))?.reasons.map((reason) => reason.zh)).toEqual(['名称相近且地址相同']);
    expect((await pairs()).some((pair) => pair.right.name === '演示完全无关公司')).toBe(false);
    await dismissDuplicate({ left, right: same }, as());
    await database.db.updateTable('enterprise').set({ address_key: null }).where('id', '=', near).execute();
    await search();
    expect(await of(left, same)).toBeUndefined();
    expect(await of(left, near)).toBeUndefined();
  });

  test('of one enterprise are found by a search for it alone', async () => {
    const left = await addEnterprise(database.db, { name: '演示孤雁公司', creditCode: '91320191MA1XYW3434' });
    const right = await addEnterprise(database.db, { name: '演示飞鸿公司', creditCode: '91320191MA1XYW3434' });
    const found = await database.db
      .transaction()
      .execute((tx) => findDuplicates(tx, { district: 'jianye', ids: [right] }));
    expect(found).toBe(1);
    const [pair] = (await pairs()).filter((one) => one.left.id === left);
    expect(pair).toMatchObject({ right: { id: right }, score: 1 });
  });
});
