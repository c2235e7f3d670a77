import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../platform/fault.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { recordStatements } from '../facts/record-statements.ts';
import { addEnterprise, grantOf, seedTestOrganisation } from '../testing/enterprises.ts';
import { useCase, viewer } from '../testing/world.ts';
import { exportDossier } from './export-dossier.ts';
import { exportEnterprises } from './export-enterprises.ts';

let database: TestDatabase;
let mine: number;
beforeAll(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
  mine = await addEnterprise(database.db, { name: '=演示公式公司', parkId: 'xin', creditCode: '91320105MA20003690' });
  await addEnterprise(database.db, { name: '演示别园公司', parkId: 'xincheng' });
  await database.db.transaction().execute((tx) =>
    recordStatements(
      tx,
      [
        {
          enterpriseId: mine,
          district: 'jianye',
          year: 2025,
          source: 'tax',
          statedAt: new Date('2026-03-01'),
          facts: { revenue: 1234.5 },
        },
        {
          enterpriseId: mine,
          district: 'jianye',
          year: 2025,
          source: 'ledger',
          statedAt: new Date('2026-03-01'),
          facts: { revenue: 999 },
        },
      ],
      { figuresYear: 2025 },
    ),
  );
  await database.db
    .insertInto('contact')
    .values({ enterprise_id: mine, district: 'jianye', role: '联系人', name: '演示联系人', phone: '13812345678' })
    .execute();
});
afterAll(() => database.close());

const officer = viewer('officer', grantOf('serviceOfficer', '/jianye/xin/'));
const staff = viewer('staff', grantOf('districtStaff', '/jianye/'));
const sheetOf = async (user = officer, filter = {}) => {
  const { name, stream } = await exportEnterprises(filter, useCase(database.db, user));
  const { sheets } = await readXlsx(new Uint8Array(await new Response(stream).arrayBuffer()));
  return { name, sheet: sheets[0]!, rows: sheets[0]!.rows };
};

describe('the list as a workbook', () => {
  test('holds what the viewer may take away, nothing that runs, and says that it is synthetic', async () => {
    const { name, sheet, rows } = await sheetOf();
    expect(rows).toHaveLength(2);
    const line = Object.fromEntries(rows[0]!.map((header, column) => [header, rows[1]![column]]));
    expect(line).toMatchObject({
      企业名称: "'=演示公式公司",
      统一社会信用代码: '91320105MA20003690',
      '2025 年营业收入（万元）': 1234.5,
      园区: 'xin',
      数据性质: '演示数据',
    });
    expect(name).toBe('企业名单（演示数据）-2026-11-22.xlsx');
    expect(sheet.name).toContain('演示数据');
    expect((await sheetOf(staff)).rows).toHaveLength(3);
    expect((await sheetOf(staff, { q: '别园' })).rows).toHaveLength(2);
  });

  test('is on record with filter and number of rows before it is sent, and not for everybody', async () => {
    await exportEnterprises({ q: '公式' }, useCase(database.db, officer));
    const last = await database.db
      .selectFrom('audit_event')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(last).toMatchObject({
      action: 'enterprise.export',
      actor: 'officer',
      chain: 'jianye',
      detail: { filter: { q: '公式' }, rows: 1 },
    });
    const carrier = viewer('c', grantOf('carrierOperator', '/jianye/xin/'));
    const refused = await exportEnterprises({}, useCase(database.db, carrier)).catch((error: unknown) => error);
    expect(refused instanceof Fault && refused.code).toBe('forbidden');
  });
});

/** The text of the main part of a DOCX; its entries are looked up in the central directory. */
function documentText(bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === 'word/document.xml') {
      const local = bytes.readUInt32LE(at + 42);
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const xml = inflateRawSync(bytes.subarray(from, from + bytes.readUInt32LE(at + 20))).toString('utf8');
      return xml.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error('no word/document.xml');
}

describe('the dossier as a document', () => {
  test('prints facts with their doubts, masked contacts, and what the ladder says', async () => {
    const verdict = {
      ruleName: { zh: '高新技术企业认定', en: 'HNTE' },
      version: '2016',
      asOf: '2026-11-22',
      verdict: 'not_met' as const,
      since: '2026-01-01',
      headline: { zh: '研发费用占比还差 0.06 个百分点', en: 'R&D share is short' },
    };
    const { name, bytes } = await exportDossier(mine, useCase(database.db, officer), async () => [verdict]);
    const text = documentText(bytes);
    for (const words of [
      '演示数据',
      '2026 年 11 月 22 日',
      '1,234.5 *',
      '各来源不一致',
      '138****5678',
      '不符合',
      '还差 0.06 个百分点',
      '未知',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('13812345678');
    expect(name).toContain('演示数据');
  });

  test('of another park does not exist for the officer', async () => {
    const other = await addEnterprise(database.db, { parkId: 'xincheng' });
    const refused = await exportDossier(other, useCase(database.db, officer)).catch((error: unknown) => error);
    expect(refused instanceof Fault && refused.code).toBe('not_found');
  });
});
