import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bulkTransaction } from '../../platform/database/index.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { recordManyStatements } from '../facts/record-many.ts';
import { seedTestOrganisation } from '../testing/enterprises.ts';
import { ImportStopped } from './run-import.ts';
import { contentWords, importFile } from './testing/import-file.ts';

const words = contentWords();
let folder: string;
let database: TestDatabase;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'forest-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
  return () => database.close();
});

function put(text: string): string {
  const file = path.join(folder, 'ledger.csv');
  writeFileSync(file, text);
  return file;
}

const load = (text: string, options: Parameters<typeof importFile>[3] = {}) =>
  importFile(database, put(text), words, options);

async function enterprises() {
  return database.db
    .selectFrom('enterprise')
    .select(['id', 'name', 'credit_code as code', 'address', 'revenue', 'search_text as search'])
    .orderBy('id')
    .execute();
}

async function problems(importId: number) {
  return database.db
    .selectFrom('import_row_problem')
    .select(['row_no as rowNo', 'code', 'severity', 'column_name as column', 'value'])
    .where('import_id', '=', importId)
    .orderBy('id')
    .execute();
}

const codeA = '91320105MA20003690';
const codeB = '91320105MA3000096Y';

test('faults of every kind are named with row and column, and the rest comes in', async () => {
  const { importId, counts } = await load(
    [
      '企业名称,统一社会信用代码,成立日期,注册地址,2025年营业收入(万元),2025年研发费用(万元)',
      `甲公司,${codeA},2031-01-01,建邺区一路1号,100,120`,
      `乙公司,91350100M0001TGQXM,2020-1-5,建邺区二路1号,-5,`,
      `=HYPERLINK("x"),${codeB},2020年3月,,,`,
      ',,2020-01-01,,,',
      `甲公司,${codeA},2031-01-01,建邺区一路1号,100,120`,
      `甲公司,${codeA},2020-01-01,建邺区一路1号,200,20`,
      '',
    ].join('\n'),
  );
  expect(counts).toMatchObject({ rows: 6, created: 3, updated: 0, unchanged: 1, rejected: 2 });
  expect((await problems(importId)).map(({ rowNo, code, severity }) => `${rowNo} ${code} ${severity}`)).toEqual([
    '2 date.future error',
    '2 ratio.rdRevenue warning',
    '3 code.checkFails warning',
    '3 money.negative error',
    '4 text.formula warning',
    '4 date.monthOnly warning',
    '5 name.missing error',
    '6 date.future error',
    '6 ratio.rdRevenue warning',
    '6 row.duplicate warning',
    '7 row.contradicts error',
  ]);
  const [first] = await enterprises();
  expect(first).toMatchObject({ name: '甲公司', revenue: '100' });
});

test('the same file twice changes nothing, a corrected cell changes one', async () => {
  const head = '企业名称,统一社会信用代码,注册地址,2025年营业收入(万元)\n';
  const rows = `甲公司,${codeA},建邺区一路1号,100\n乙公司,${codeB},建邺区二路2号,200\n`;
  await load(head + rows);
  const before = await database.pool.query('select xmin, * from enterprise order by id');
  expect((await load(head + rows)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 2, reviews: 0 });
  expect((await database.pool.query('select xmin, * from enterprise order by id')).rows).toEqual(before.rows);
  expect((await load((head + rows).replace(',200', ',250'))).counts).toMatchObject({ updated: 1, unchanged: 1 });
  expect((await enterprises()).map((row) => row.revenue)).toEqual(['100', '250']);
  // A later file that says only part of what is known changes nothing either.
  expect((await load(`统一社会信用代码,2025年营业收入(万元)\n${codeB},250\n`)).counts).toMatchObject({ unchanged: 1 });
});

test('enterprises are found by code, by old code inside the new one, and by name', async () => {
  await load(`企业名称,统一社会信用代码,注册地址\n南京甲（中国）公司,${codeA},建邺区一路1号\n`);
  await load(`企业名称,组织机构代码,2025年营业收入(万元)\n随便写的名字,MA2000369,5\n`);
  await load('企业名称,2024年营业收入(万元)\n南京甲(中国)公司,7\n');
  const rows = await enterprises();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ name: '随便写的名字', revenue: '5' });
  const years = await sql<{ year: number }>`select year from snapshot order by year`.execute(database.db);
  expect(years.rows.map((row) => row.year)).toEqual([2024, 2025]);
});

test('a new name is taken, the old one kept and people are asked; an old name coming back is no change', async () => {
  await load(`企业名称,统一社会信用代码\n旧名公司,${codeA}\n`);
  expect((await load(`企业名称,统一社会信用代码\n新名公司,${codeA}\n`)).counts).toMatchObject({
    updated: 1,
    reviews: 1,
  });
  expect((await load(`企业名称,统一社会信用代码\n旧名公司,${codeA}\n`)).counts).toMatchObject({
    unchanged: 1,
    reviews: 0,
  });
  const [row] = await enterprises();
  expect(row).toMatchObject({ name: '新名公司' });
  expect(row!.search).toContain('旧名公司');
  expect((await load('企业名称,2025年营业收入(万元)\n旧名公司,9\n')).counts).toMatchObject({ updated: 1, created: 0 });
});

test('two valid codes under one name are two enterprises and a question', async () => {
  await load(`企业名称,统一社会信用代码\n同名公司,${codeA}\n`);
  expect((await load(`企业名称,统一社会信用代码\n同名公司,${codeB}\n`)).counts).toMatchObject({
    created: 1,
    reviews: 1,
  });
  const { importId, counts } = await load('企业名称,2025年营业收入(万元)\n同名公司,5\n');
  expect(counts).toMatchObject({ rejected: 1 });
  expect((await problems(importId))[0]).toMatchObject({ code: 'match.ambiguous', rowNo: 2 });
});

test('what a person confirmed is not overwritten', async () => {
  await load(`企业名称,统一社会信用代码,注册地址\n甲公司,${codeA},建邺区一路1号\n`);
  await database.pool.query(`update enterprise set confirmed = '{"address": "yes"}'`);
  const { importId } = await load(`企业名称,统一社会信用代码,注册地址\n甲公司,${codeA},秦淮区二路2号\n`);
  expect((await enterprises())[0]).toMatchObject({ address: '建邺区一路1号' });
  expect((await problems(importId))[0]).toMatchObject({ code: 'identity.confirmed' });
});

const many = (count: number) =>
  `企业名称,2025年营业收入(万元)\n${Array.from({ length: count }, (_, n) => `演示企业${n},${n}\n`).join('')}`;

test('a cancelled import stops between blocks, and starting it again goes on to the same end', async () => {
  const stop = new AbortController();
  const text = many(500);
  const report = async (progress: number) => {
    if (progress > 0) stop.abort();
  };
  await expect(load(text, { blockRows: 50, signal: stop.signal, report })).rejects.toThrow();
  const [{ id, mark }] = (
    await sql<{ id: number; mark: number }>`select id, (resume ->> 'mark')::int as mark from import`.execute(
      database.db,
    )
  ).rows as [{ id: number; mark: number }];
  expect(mark).toBe(51);
  expect(await enterprises()).toHaveLength(50);
  await database.db.updateTable('import').set({ state: 'cancelled' }).where('id', '=', id).execute();
  const { runImport } = await import('./run-import.ts');
  const again = () =>
    runImport({
      ...{ database, importId: id, fileOf: (key) => key, targets: words.targets, gazetteer: words.gazetteer },
      ...{ today: '2026-11-22', signal: new AbortController().signal, blockRows: 50 },
    });
  await expect(again()).rejects.toThrow(ImportStopped);
  await database.db.updateTable('import').set({ state: 'queued' }).where('id', '=', id).execute();
  expect(await again()).toMatchObject({ rows: 500, created: 500 });
  expect(await enterprises()).toHaveLength(500);
});

test('newcomers are written just as the general door would resolve them', async () => {
  await load(
    `企业名称,统一社会信用代码,成立日期,注册资本,2025年营业收入(万元),2025年研发费用(万元),2025年职工总数,2024年营业收入(万元)\n甲公司,${codeA},2020-01-05,100万元,1000,50.5,30,900\n`,
  );
  const state = async () => ({
    snapshot: (await database.pool.query('select * from snapshot order by year')).rows,
    enterprise: (
      await database.pool.query(
        'select id, figures_year, revenue, rd, staff, registered_on, industry_code from enterprise order by id',
      )
    ).rows,
  });
  const written = await state();
  const said = (await database.pool.query('select * from statement order by id')).rows;
  await database.pool.query(
    'truncate statement; truncate snapshot; update enterprise set revenue = null, rd = null, staff = null, figures_year = null',
  );
  await bulkTransaction(database, (tx, client) =>
    recordManyStatements(
      tx,
      client,
      said.map((s) => ({
        ...{
          enterpriseId: s.enterprise_id,
          district: s.district,
          year: s.year === 0 ? null : s.year,
          source: s.source,
        },
        ...{ statedAt: s.stated_at, facts: s.facts, importId: s.import_id, rowNo: s.row_no },
      })),
      { figuresYear: 2025 },
    ),
  );
  expect(await state()).toEqual(written);
});
