import type { Inputs } from '@forest/api';
import { type Grant, roles } from '@forest/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { getDossier } from '../dossier/get-dossier.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { listDuplicates } from '../duplicates/list-duplicates.ts';
import { listConflicts } from '../facts/list-conflicts.ts';
import { recordStatements } from '../facts/record-statements.ts';
import { listReviews } from '../review/list-reviews.ts';
import { addEnterprise, grantOf, seedTestOrganisation } from '../testing/enterprises.ts';
import { useCase, viewer } from '../testing/world.ts';
import { listEnterprises } from './list-enterprises.ts';

let database: TestDatabase;
const ids: number[] = [];

const places = [
  { district: 'jianye' },
  { district: 'jianye', parkId: 'xin' },
  { district: 'jianye', parkId: 'xincheng', subdistrictId: 'mochou' },
  { district: 'jianye', carrierId: 'tower' },
  { district: 'jianye', subdistrictId: 'mochou' },
  { district: 'jianye', parkId: 'xin', subdistrictId: 'shazhou' },
  { district: 'jiangbei' },
  { district: 'jiangbei', parkId: 'yanchuang' },
];

beforeAll(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
  for (const [index, place] of [...places, ...places, ...places].entries()) {
    const id = await addEnterprise(database.db, {
      ...place,
      name: `演示${'甲乙丙丁戊己庚辛'[index % 8]}${index < 8 ? '软件' : '材料'}有限公司`,
      creditCode: `91320105MA2000${String(index).padStart(3, '0')}0`,
    });
    ids.push(id);
    await database.db
      .insertInto('review_item')
      .values({ enterprise_id: id, district: place.district, kind: 'implausible', message: '{"zh":"x","en":"x"}' })
      .execute();
    const said = { enterpriseId: id, district: place.district, year: 2025, statedAt: new Date('2026-03-01') };
    await database.db.transaction().execute((tx) =>
      recordStatements(
        tx,
        [
          { ...said, source: 'tax', facts: index % 5 === 0 ? { rd: 1 } : { rd: 1, revenue: index * 100 } },
          { ...said, source: 'ledger', facts: { rd: 2 } },
        ],
        { figuresYear: 2025 },
      ),
    );
  }
  for (const district of ['jianye', 'jiangbei'])
    await database.db.transaction().execute((tx) => findDuplicates(tx, { district, ids: null }));
});
afterAll(() => database.close());

const staff = viewer('staff', grantOf('districtStaff', '/jianye/'));
type List = Inputs['registry']['enterprises']['list'];
const list = (input: Partial<List> = {}, user = staff) =>
  listEnterprises({ page: 1, pageSize: 200, sort: 'name', order: 'asc', ...input }, useCase(database.db, user));
const shown = async (input: Partial<List> = {}, user = staff) => (await list(input, user)).rows.map((row) => row.id);

const grant = fc
  .record({
    role: fc.constantFrom(...roles),
    unitPath: fc.constantFrom(
      '/',
      '/jianye/',
      '/jianye/xin/',
      '/jianye/xincheng/',
      '/jianye/xincheng/tower/',
      '/jianye/mochou/',
      '/jiangbei/',
      '/jiangbei/yanchuang/',
    ),
    own: fc.option(fc.nat(23)),
  })
  .map(({ role, unitPath, own }): Grant => grantOf(role, unitPath, own === null ? null : (ids[own] ?? null)));

describe('nobody sees in a list what a page would refuse', () => {
  test('lists, totals, conflicts, reviews and pairs, for any roles at any units', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(grant, { maxLength: 3 }), async (grants) => {
        const user = viewer('u', ...grants);
        const given = useCase(database.db, user);
        const open: number[] = [];
        for (const id of ids) {
          const page = await getDossier({ id }, given).catch(() => null);
          if (page) open.push(id);
        }
        const paging = { page: 1, pageSize: 200 };
        const answers = await Promise.allSettled([
          list({}, user),
          listReviews({ ...paging, state: 'open' }, given),
          listConflicts(paging, given),
          listDuplicates(paging, given),
        ]);
        const [all, reviews, conflicts, pairs] = answers;
        if (all.status === 'rejected') {
          expect(open).toEqual([]);
          expect(answers.map((one) => one.status)).toEqual(Array(4).fill('rejected'));
          return;
        }
        if (reviews.status === 'rejected' || conflicts.status === 'rejected' || pairs.status === 'rejected')
          throw new Error('one list refuses what another shows');
        expect(all.value.rows.map((row) => row.id).sort((a, b) => a - b)).toEqual(open);
        expect(all.value.total).toBe(open.length);
        for (const page of [reviews.value, conflicts.value]) {
          expect(page.rows.map((row) => row.enterpriseId).sort((a, b) => a - b)).toEqual(open);
          expect(page.total).toBe(open.length);
        }
        expect(pairs.value.total).toBe(pairs.value.rows.length);
        for (const { left, right } of pairs.value.rows) {
          expect(open).toContain(left.id);
          expect(open).toContain(right.id);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a filter by a unit that is not one’s own shows nothing more', async () => {
    const officer = viewer('o', grantOf('serviceOfficer', '/jianye/xin/'));
    const own = await shown({}, officer);
    expect(own.length).toBe(6);
    expect(await shown({ unit: ['jianye'] }, officer)).toEqual(own);
    expect(await shown({ unit: ['xincheng'] }, officer)).toEqual([]);
    expect(await shown({ unit: ['shazhou'] }, officer)).toHaveLength(3);
  });
});

describe('filters', () => {
  test('names are found by any part, in any width of brackets and case, codes by any part', async () => {
    const id = await addEnterprise(database.db, {
      name: '演示林洋（中国）AI科技公司',
      creditCode: '91320105MA2ZZZ9991',
    });
    for (const q of ['林洋', '洋', '林洋(中', '（中国）ai', '林 洋', 'Ai科', '2zzz', '91320105MA2ZZZ9991'])
      expect(await shown({ q }), q).toEqual([id]);
    for (const q of ['林海', '林洋中国', '100%', '_', '\\']) expect(await shown({ q }), q).toEqual([]);
    await database.db.deleteFrom('enterprise').where('id', '=', id).execute();
  });

  test('a unit means its whole subtree', async () => {
    expect(await shown({ unit: ['xincheng'] })).toHaveLength(6);
    expect(await shown({ unit: ['tower'] })).toHaveLength(3);
    expect(await shown({ unit: ['tower', 'mochou'] })).toHaveLength(9);
  });

  test('certificates count as they stand today', async () => {
    const [held, expired] = ids as [number, number];
    const about = { district: 'jianye', source: 'public', kind: 'hnte', issued_on: '2023-11-23' };
    await database.db
      .insertInto('qualification')
      .values([
        { ...about, enterprise_id: held, expires_on: '2026-11-22' },
        { ...about, enterprise_id: expired, expires_on: '2026-11-21' },
      ])
      .execute();
    expect(await shown({ holds: ['hnte'] })).toEqual([held]);
    expect((await list({ holds: ['hnte', 'unicorn'] })).total).toBe(1);
  });

  test('a revenue filter leaves out the unknown, and the last full year is the one that counts', async () => {
    const rows = (await list({ revenueMin: 0 })).rows;
    expect(rows.every((row) => row.revenue !== null)).toBe(true);
    const nextYear = useCase(database.db, staff, '2027-02-01T00:00:00Z');
    const page = await listEnterprises({ page: 1, pageSize: 50, sort: 'name', order: 'asc' }, nextYear);
    expect(page.rows.every((row) => row.revenue === null)).toBe(true);
  });
});

describe('order', () => {
  test('names stand in the order of their sounds', async () => {
    const names = (await list({ q: '软件' })).rows.map((row) => row.name[2]);
    expect(names).toEqual([...'丙丁己甲戊乙']);
  });

  test('unknown values come last in both directions, and pages join without gap or repeat', async () => {
    for (const sort of ['revenue', 'registeredOn', 'staff', 'creditCode', 'updatedAt', 'name'] as const)
      for (const order of ['asc', 'desc'] as const) {
        const whole = await list({ sort, order });
        const paged: number[] = [];
        for (let page = 1; page <= 4; page++) paged.push(...(await shown({ sort, order, page, pageSize: 5 })));
        expect(paged).toEqual(whole.rows.map((row) => row.id));
        if (sort !== 'revenue') continue;
        const values = whole.rows.map((row) => row.revenue);
        const known = values.filter((value) => value !== null);
        expect(values.slice(known.length).every((value) => value === null)).toBe(true);
        expect(known).toEqual([...known].sort((a, b) => (order === 'asc' ? a - b : b - a)));
      }
  });
});
