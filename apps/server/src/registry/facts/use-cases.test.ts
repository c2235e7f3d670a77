import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../platform/fault.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { getDossier } from '../dossier/get-dossier.ts';
import { addEnterprise, grantOf, seedTestOrganisation } from '../testing/enterprises.ts';
import { useCase, viewer } from '../testing/world.ts';
import { correctFact } from './correct-fact.ts';
import { factHistory } from './fact-history.ts';
import { listConflicts } from './list-conflicts.ts';
import { recordStatements } from './record-statements.ts';
import { settleConflict } from './settle-conflict.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
});
afterAll(() => database.close());

const staff = viewer('staff', grantOf('districtStaff', '/jianye/'));
const officer = viewer('officer', grantOf('serviceOfficer', '/jianye/xin/'));
const as = (user = staff) => useCase(database.db, user);
const correct = (input: Partial<Parameters<typeof correctFact>[0]> & { id: number }, user = staff) =>
  correctFact({ fact: 'revenue', year: 2025, value: 1, reason: '核对年报', ...input }, as(user));
const faultOf = async (work: Promise<unknown>) => {
  const error = await work.then(() => null).catch((thrown: unknown) => thrown);
  if (!(error instanceof Fault)) throw new Error(`no refusal but ${error}`);
  return error;
};
const say = (id: number, source: string, facts: Record<string, number | string | boolean>) =>
  database.db
    .transaction()
    .execute((tx) =>
      recordStatements(
        tx,
        [{ enterpriseId: id, district: 'jianye', year: 2025, source, statedAt: new Date('2026-03-01'), facts }],
        { figuresYear: 2025 },
      ),
    );
const auditOf = (id: number) =>
  database.db
    .selectFrom('audit_event')
    .select(['action', 'actor', 'detail'])
    .where('subject_id', '=', String(id))
    .where('subject_kind', '=', 'enterprise')
    .orderBy('id')
    .execute();

describe('a correction', () => {
  test('is what the dossier shows, with who and why, while the history keeps what was said before', async () => {
    const id = await addEnterprise(database.db);
    await say(id, 'tax', { revenue: 1000 });
    const { statementId } = await correct({ id, value: 1200.5 });
    const fact = (await getDossier({ id }, as())).facts.find((one) => one.fact === 'revenue');
    expect(fact).toMatchObject({
      year: 2025,
      value: 1200.5,
      source: 'correction',
      statements: 2,
      conflicting: false,
      unit: '万元',
    });
    const history = await factHistory({ id, fact: 'revenue', year: 2025 }, as());
    expect(history.map(({ value, source }) => [value, source])).toEqual([
      [1200.5, 'correction'],
      [1000, 'tax'],
    ]);
    expect(history[0]).toMatchObject({ statementId, by: 'staff', reason: '核对年报' });
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'fact.correct',
      actor: 'staff',
      detail: { from: 1000, to: 1200.5, fact: 'revenue', year: 2025 },
    });
  });

  test('accepts a value with its unit and keeps it in the dictionary’s', async () => {
    const id = await addEnterprise(database.db);
    await correct({ id, value: '1.2 亿元' });
    expect((await getDossier({ id }, as())).facts[0]).toMatchObject({ fact: 'revenue', value: 12_000 });
  });

  test('in the same moment by two officers leaves both words and one truth', async () => {
    const id = await addEnterprise(database.db);
    await Promise.all([1, 2, 3, 4].map((value) => correct({ id, value })));
    const history = await factHistory({ id, fact: 'revenue', year: 2025 }, as());
    expect(history).toHaveLength(4);
    expect((await getDossier({ id }, as())).facts[0]?.value).toBe(history[0]?.value);
    expect((await auditOf(id)).length).toBe(4);
  });

  test('that cannot be right is refused with fact, reason and remedy, and nothing is kept', async () => {
    const id = await addEnterprise(database.db);
    await say(id, 'tax', { staff: 20, revenue: 100 });
    const refused: [string, number | null, number | string | boolean, RegExp][] = [
      ['revenue', 2025, -1, /不能是负数/],
      ['revenue', 2025, '5%', /单位/],
      ['revenue', 2025, true, /应是数/],
      ['revenue', null, 1, /按年度/],
      ['revenue', 2027, 1, /2027/],
      ['registrationDate', null, '2026-11-23', /还没有到/],
      ['registrationDate', null, '2023-02-29', /不是存在的日期/],
      ['registrationDate', 2025, '2020-01-01', /不分年度/],
      ['techStaff', 2025, 21, /科技人员.*大于/],
      ['staff', 2025, 0.5, /./],
      ['hasHnte', null, true, /资质/],
      ['techField', null, '烹饪', /没有“烹饪”/],
      ['revenu', 2025, 1, /没有名为/],
      ['publicFloat', null, 1.5, /100 %/],
    ];
    for (const [fact, year, value, words] of refused) {
      if (fact === 'staff') continue;
      const fault = await faultOf(correct({ id, fact, year, value }));
      expect(fault.code, fact).toBe('invalid');
      expect(fault.text.zh, fact).toMatch(words);
      expect(fault.remedy?.zh, fact).toBeTruthy();
    }
    expect(await auditOf(id)).toEqual([]);
  });

  test('is not for those who only look, nor for officers of another park', async () => {
    const id = await addEnterprise(database.db, { parkId: 'xincheng' });
    const leader = viewer('leader', grantOf('leader', '/jianye/'));
    expect((await faultOf(correct({ id }, leader))).code).toBe('forbidden');
    expect((await faultOf(correct({ id }, officer))).code).toBe('not_found');
    expect((await faultOf(correct({ id: 999_999 }, officer))).code).toBe('not_found');
  });
});

describe('a conflict', () => {
  test('shows the last word of each source and is settled by choosing one', async () => {
    const id = await addEnterprise(database.db);
    await say(id, 'ledger', { rd: 40 });
    await say(id, 'tax', { rd: 50 });
    await say(id, 'ledger', { rd: 60 });
    const page = await listConflicts({ page: 1, pageSize: 10, enterpriseId: id }, as());
    expect(page).toMatchObject({ total: 1, rows: [{ fact: 'rd', year: 2025, current: 50 }] });
    const [{ id: conflictId, values }] = page.rows as [(typeof page.rows)[number]];
    expect(values.map(({ source, value }) => [source, value])).toEqual([
      ['tax', 50],
      ['ledger', 60],
    ]);
    const chosen = values.find((one) => one.source === 'ledger')!.statementId;
    await settleConflict({ id: conflictId, statementId: chosen, reason: '台账为准' }, as());
    expect((await getDossier({ id }, as())).facts[0]).toMatchObject({
      value: 60,
      source: 'settlement',
      conflicting: false,
    });
    expect((await listConflicts({ page: 1, pageSize: 10, enterpriseId: id }, as())).total).toBe(0);
    const again = settleConflict({ id: conflictId, statementId: chosen, reason: '台账为准' }, as());
    expect((await faultOf(again)).code).toBe('conflict');
  });

  test('cannot be settled with another enterprise’s statement, nor by two officers', async () => {
    const [id, other] = [await addEnterprise(database.db), await addEnterprise(database.db)];
    for (const one of [id, other]) {
      await say(one, 'tax', { rd: 50 });
      await say(one, 'ledger', { rd: 60 });
    }
    const paging = { page: 1, pageSize: 10 };
    const mine = (await listConflicts({ ...paging, enterpriseId: id }, as())).rows[0]!;
    const theirs = (await listConflicts({ ...paging, enterpriseId: other }, as())).rows[0]!;
    const foreign = settleConflict({ id: mine.id, statementId: theirs.values[0]!.statementId, reason: '错' }, as());
    expect((await faultOf(foreign)).code).toBe('not_found');
    const settle = (index: number) =>
      settleConflict({ id: mine.id, statementId: mine.values[index]!.statementId, reason: '核定' }, as());
    const outcome = await Promise.allSettled([settle(0), settle(1)]);
    expect(outcome.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('ends when an officer corrects the fact', async () => {
    const id = await addEnterprise(database.db);
    await say(id, 'tax', { revenue: 50 });
    await say(id, 'ledger', { revenue: 60 });
    const { statementId } = await correct({ id, value: 55 });
    const [row] = await database.db.selectFrom('conflict').selectAll().where('enterprise_id', '=', id).execute();
    expect(row).toMatchObject({ state: 'settled', settled_by: 'staff', chosen: statementId, reason: '核对年报' });
  });
});
