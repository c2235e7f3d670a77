import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbook, zip } from '../testing/workbooks.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './open-ledger.ts';
import { FileRefused } from './refusal.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'forest-ledger-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function rows(ledger: Ledger, sheet: string | null = null): Promise<(string | null)[][]> {
  const found: (string | null)[][] = [];
  for await (const block of ledger.read(sheet)) found.push(...block.map((line) => [...line.cells]));
  return found;
}

async function refusal(file: string): Promise<string | null> {
  try {
    await rows(await openLedger(file));
    return null;
  } catch (error) {
    return error instanceof FileRefused ? error.code : String(error);
  }
}

const table = '企业名称,注册资本\r\n"甲,乙公司",100\r\n';
const cells = [
  ['企业名称', '注册资本'],
  ['甲,乙公司', '100'],
];
/** The same table in GBK. */
const gbk = Buffer.from('c6f3d2b5c3fbb3c62cd7a2b2e1d7cab1be0d0a22bcd72cd2d2b9abcbbe222c3130300d0a', 'hex');

test('one table reads the same from UTF-8 with and without mark, UTF-16 both ways and GBK', async () => {
  const utf16 = Buffer.from(`\ufeff${table}`, 'utf16le');
  const forms = {
    'a.csv': Buffer.from(table),
    'b.csv': Buffer.from(`\ufeff${table}`),
    'c.txt': utf16,
    'd.csv': Buffer.from(utf16).swap16(),
    'e.csv': gbk,
    'f.tsv': Buffer.from(table.replace('称,', '称\t').replace('",', '"\t')),
  };
  for (const [name, bytes] of Object.entries(forms)) {
    const ledger = await openLedger(put(name, bytes));
    expect([name, await rows(ledger)]).toEqual([name, cells]);
  }
});

test('a workbook is read as text: numbers, dates, ticks, several sheets', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '说明', rows: [['填表说明']] },
      {
        name: '名录',
        rows: [
          ['企业名称', '注册资本', '成立日期', '上市'],
          ['甲', 12.5, new Date('2021-03-05'), true],
        ],
      },
    ],
  });
  const ledger = await openLedger(put('g.xlsx', bytes));
  expect(ledger.sheets).toEqual(['说明', '名录']);
  expect((await rows(ledger, '名录'))[1]).toEqual(['甲', '12.5', '2021-03-05', '是']);
  await expect(rows(ledger, '没有')).rejects.toThrow('noSheet');
});

test('cells merged downwards lend their value to every row, those of the header are reported', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '名录',
        rows: [
          ['企业名称', '年份', '营业收入'],
          ['甲', 2022, 1],
          [null, 2023, 2],
          ['乙', 2023, 3],
        ],
        merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
      },
    ],
  });
  const ledger = await openLedger(put('h.xlsx', bytes));
  expect(await ledger.merges(null)).toEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
  expect((await rows(ledger)).slice(1)).toEqual([
    ['甲', '2022', '1'],
    ['甲', '2023', '2'],
    ['乙', '2023', '3'],
  ]);
});

const sheet =
  '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>企业名称</t></is></c></row></sheetData></worksheet>';

test('a workbook with macros is refused and told how to save it', async () => {
  const file = put('m.xlsm', workbook(sheet, [{ name: 'xl/vbaProject.bin', data: 'macro' }]));
  expect(await refusal(file)).toBe('macros');
  await expect(openLedger(file)).rejects.toMatchObject({ text: { zh: expect.stringContaining('另存为') } });
});

test('a zip bomb is refused, whether it declares its size or lies about it', async () => {
  const bomb = Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(60 * 1024 * 1024, 32)]);
  expect(await refusal(put('bomb.xlsx', workbook(bomb)))).toBe('bomb');
  expect(await refusal(put('lie.xlsx', workbook(bomb, [], 100)))).toBe('bomb');
  const strings = { name: 'xl/sharedStrings.xml', data: Buffer.alloc(60 * 1024 * 1024, 32), declared: 100 };
  expect(await refusal(put('strings.xlsx', workbook(sheet, [strings])))).toBe('bomb');
});

test('what is no table, or damaged, is refused with its own reason', async () => {
  const whole = workbook(sheet);
  expect(await refusal(put('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('oldExcel');
  expect(await refusal(put('cut.xlsx', whole.subarray(0, whole.length - 40)))).toBe('broken');
  expect(await refusal(put('other.zip', zip([{ name: 'a.csv', data: 'x' }])))).toBe('notSpreadsheet');
  expect(await refusal(put('empty.csv', ''))).toBe('empty');
  expect(await refusal(put('a.pdf', '%PDF-1.7 …'))).toBe('notTable');
  expect(await refusal(put('a.xlsx', '<html><table></table></html>'))).toBe('notTable');
  const wrong = Buffer.from(whole);
  wrong.fill(7, 700, 900);
  expect(await refusal(put('bits.xlsx', wrong))).toBe('broken');
});
