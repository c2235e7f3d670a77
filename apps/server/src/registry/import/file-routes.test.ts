import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { faultBodyOf, statusOf } from '../../platform/http/error-mapping.ts';
import { publicViewer, type Viewer } from '../../platform/viewer.ts';
import { startTestDatabase, startTestPlatform, type TestDatabase, testSettings } from '../../testing/index.ts';
import { grantOf, seedTestOrganisation } from '../testing/enterprises.ts';
import { cancelImport } from './cancel-import.ts';
import { configureImport } from './configure-import.ts';
import type { ImportCase } from './deps.ts';
import { importFileRoutes } from './file-routes.ts';
import { getImport, listImports, listTargets } from './find-import.ts';
import { importJob, programWords } from './import-job.ts';
import { startImport } from './start-import.ts';

let folder: string;
let database: TestDatabase;
let platform: Awaited<ReturnType<typeof startTestPlatform>>;
let app: FastifyInstance;
const staff: Viewer = { ...publicViewer, id: 'u1', signedIn: true, grants: [grantOf('districtStaff', '/jianye/')] };
const officer: Viewer = { ...staff, id: 'u2', grants: [grantOf('serviceOfficer', '/jianye/xin/')] };
const elsewhere: Viewer = { ...staff, id: 'u3', grants: [grantOf('districtStaff', '/jiangbei/')] };
let viewer = staff;
let origin: string;
const LIMIT = 3 * 1024 * 1024;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'forest-upload-test-'));
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
  platform = await startTestPlatform(database, {
    clock: fixedClock('2026-11-22T08:00:00Z'),
    settings: { ...testSettings(), dataDir: folder },
    jobs: [importJob],
  });
  app = Fastify();
  app.setErrorHandler((error, request, reply) => {
    const body = faultBodyOf(error, request.id);
    return reply.code(statusOf[body.code]).send(body);
  });
  const viewerOf = async () => ({ viewer, cookies: [] });
  await importFileRoutes(app, { ...platform, viewerOf }, LIMIT);
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await platform.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const caseOf = (user: Viewer): ImportCase => ({ ...platform, user, words: programWords() });

async function upload(content: string | Uint8Array<ArrayBuffer>, fileName = '台账.csv', source = 'ledger') {
  const form = new FormData();
  form.set('source', source);
  form.set('file', new Blob([content]), fileName);
  const response = await fetch(`${origin}/api/files/imports`, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as { id: number; message?: { zh: string } } };
}

async function settled(id: number) {
  for (;;) {
    const view = await getImport({ id }, caseOf(staff));
    if (['done', 'failed', 'cancelled'].includes(view.state)) return view;
    await sleep(20);
  }
}

const ledger = [
  '单位：千元,,,',
  '企业名称,统一社会信用代码,2025年营业收入,所属园区,备注',
  '甲公司,91320105MA20003690,5000,xin,一',
  '乙公司,91350100M0001TGQXM,—,没有的园,二',
  ',,1,,三',
].join('\n');

test('a ledger goes from upload over preview and correction to its file of problems', async () => {
  const { status, body } = await upload(ledger);
  expect(status).toBe(200);
  const preview = await getImport({ id: body.id }, caseOf(staff));
  expect(preview).toMatchObject({
    state: 'previewed',
    source: 'ledger',
    fileName: '台账.csv',
    format: { headerRow: 2 },
  });
  expect(preview.mapping.map(({ target, year, unit }) => [target, year, unit])).toEqual([
    ['name', null, null],
    ['creditCode', null, null],
    ['revenue', 2025, '千元'],
    ['park', null, null],
    [null, null, null],
  ]);
  expect(preview.problems.map(({ rowNo, code }) => `${rowNo} ${code}`)).toEqual([
    '4 code.checkFails',
    '5 name.missing',
  ]);

  const columns = preview.mapping.map(({ column, target, year, unit }) => ({ column, target, year, unit }));
  const choice = { id: body.id, source: 'statistics', sheet: null, headerRow: 2, missing: ['0'] };
  const twice = columns.map((column) => ({ ...column, target: 'name' }));
  await expect(configureImport({ ...choice, columns: twice }, caseOf(staff))).rejects.toMatchObject({
    code: 'invalid',
  });
  const configured = await configureImport({ ...choice, columns }, caseOf(staff));
  expect(configured).toMatchObject({ source: 'statistics', missing: ['0'] });

  await startImport({ id: body.id }, caseOf(staff));
  await expect(startImport({ id: body.id }, caseOf(staff))).rejects.toMatchObject({ code: 'conflict' });
  const done = await settled(body.id);
  expect(done).toMatchObject({ state: 'done', progress: 1, counts: { rows: 3, created: 2, rejected: 1, warnings: 1 } });
  const { rows } = await database.pool.query('select revenue, park_id from enterprise order by id');
  expect(rows).toEqual([
    { revenue: '500', park_id: 'xin' },
    { revenue: null, park_id: null },
  ]);

  const response = await fetch(`${origin}/api/files/imports/${body.id}/problems.xlsx`);
  const [sheet] = (await readXlsx(new Uint8Array(await response.arrayBuffer()))).sheets;
  expect(sheet!.rows[0]).toEqual([...preview.mapping.map((column) => column.header), '原文件行号', '问题与处理建议']);
  expect(sheet!.rows.slice(1).map((row) => [row[0], row[5]])).toEqual([
    ['乙公司', 4],
    ['', 5],
  ]);
  expect(String(sheet!.rows[1]![6])).toContain('校验位');
  const { rows: audit } = await database.pool.query('select action from audit_event order by seq');
  expect(audit.map((row) => row.action)).toEqual([
    'import.receive',
    'import.configure',
    'import.start',
    'import.finish',
  ]);
});

test('an import can be cancelled before it starts and started again after', async () => {
  const { body } = await upload('企业名称\n丙公司\n');
  expect(await cancelImport({ id: body.id }, caseOf(staff))).toEqual({ ok: true });
  expect(await cancelImport({ id: body.id }, caseOf(staff))).toEqual({ ok: false });
  await startImport({ id: body.id }, caseOf(staff));
  expect(await settled(body.id)).toMatchObject({ state: 'done', counts: { created: 1 } });
});

test('what cannot be read is refused with a remedy and leaves nothing behind', async () => {
  const stored = () => readdirSync(path.join(folder, 'files', 'imports')).length;
  const before = stored();
  const old = await upload(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '旧.xls');
  expect(old).toMatchObject({ status: 422, body: { message: { zh: expect.stringContaining('另存为 .xlsx') } } });
  expect((await upload('甲,乙\n1,2\n')).body.message!.zh).toContain('表头');
  expect((await upload('企业名称\n甲\n', 'a.csv', 'nowhere')).status).toBe(422);
  expect((await upload('x'.repeat(LIMIT + 1))).status).toBe(413);
  expect(stored()).toBe(before);
});

test('only staff of the district may import, and imports of another district do not exist for them', async () => {
  const { body } = await upload('企业名称\n丁公司\n');
  viewer = officer;
  expect((await upload('企业名称\n戊公司\n')).status).toBe(403);
  viewer = staff;
  await expect(getImport({ id: body.id }, caseOf(elsewhere))).rejects.toMatchObject({ code: 'not_found' });
  await expect(cancelImport({ id: body.id }, caseOf(elsewhere))).rejects.toMatchObject({ code: 'not_found' });
  const page = { page: 1, pageSize: 50 };
  expect((await listImports(page, caseOf(elsewhere))).total).toBe(0);
  expect((await listImports(page, caseOf(staff))).total).toBeGreaterThan(2);
  expect(listTargets(caseOf(staff)).some((target) => target.id === 'revenue' && target.annual)).toBe(true);
});
