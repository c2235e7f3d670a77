import { expect, test } from 'vitest';
import { proposeColumns } from './columns.ts';
import { headerWords } from './header.ts';
import { type Cells, findHeader } from './header-rows.ts';
import { missingReader } from './missing.ts';
import { repeats } from './repeats.ts';
import { isRejected, rowReader } from './row.ts';
import { sampleTargets } from './testing-targets.ts';

const words = headerWords(sampleTargets);

function reader(headers: string[], samples: Cells[] = [], alsoMissing: string[] = []) {
  const isMissing = missingReader(alsoMissing);
  const columns = proposeColumns(findHeader([headers], [], words)!, samples, isMissing);
  return { columns, read: rowReader({ columns, targets: sampleTargets, isMissing, today: '2026-11-22' }) };
}

const codes = (row: { problems: { code: string }[] }) => row.problems.map((problem) => problem.code);

test('a row is read into identity, standing facts and facts of each year', () => {
  const { read } = reader([
    '企业名称',
    '统一社会信用代码',
    '成立日期',
    '注册资本',
    '2023年营业收入(万元)',
    '2022年营业收入（千元）',
  ]);
  const row = read(['南京林洋科技', '91320105ma20003690', '2021.3.5', '1,000(万元人民币)', '3600', '5000'], 2);
  expect(row).toMatchObject({
    rowNo: 2,
    name: '南京林洋科技',
    creditCode: '91320105MA20003690',
    codeStatus: 'valid',
    registeredOn: '2021-03-05',
    problems: [],
  });
  expect(row.facts).toEqual([
    { year: 0, facts: { registeredCapital: 1000 } },
    { year: 2023, facts: { revenue: 3600 } },
    { year: 2022, facts: { revenue: 500 } },
  ]);
});

test('every problem names row, column, value and remedy, and the rest of the row is kept', () => {
  const { read } = reader(['企业名称', '成立日期', '2023年营业收入(万元)', '2023年职工总数', '注册资本（万元）']);
  const row = read(['甲公司', '2031-01-01', '-5', '3.5', '100(万美元)'], 7);
  expect(codes(row)).toEqual(['date.future', 'money.negative', 'number.fraction', 'money.currency']);
  expect(row.problems[1]).toMatchObject({
    column: '2023年营业收入(万元)',
    value: '-5',
    severity: 'error',
    scope: 'cell',
  });
  expect(row.problems[3]!.message.zh).toContain('美元');
  expect(row.facts).toEqual([]);
  expect(isRejected(row)).toBe(false);
});

test('profit may be negative', () => {
  const { read } = reader(['企业名称', '2023年净利润（万元）']);
  expect(read(['甲', '(120.5)'], 2)).toMatchObject({
    problems: [],
    facts: [{ year: 2023, facts: { netProfit: -120.5 } }],
  });
});

test('impossible ratios are warnings, the values are kept', () => {
  const { read } = reader(['企业名称', '年份', '营业收入（元）', '研发费用（元）', '职工总数', '研发人员']);
  const row = read(['甲', '2021', '10000', '20000', '10', '12'], 2);
  expect(codes(row)).toEqual(['ratio.rdStaff', 'ratio.rdRevenue']);
  expect(row.problems.every((problem) => problem.severity === 'warning')).toBe(true);
  expect(row.facts).toEqual([{ year: 2021, facts: { revenue: 1, rd: 2, staff: 10, rdStaff: 12 } }]);
});

test('signs for missing that one file uses are no values', () => {
  const { read } = reader(['企业名称', '年份', '营业收入（元）', '职工总数'], [], ['-1', '0']);
  expect(read(['甲', '2021', '-1.0', '0'], 2)).toMatchObject({ facts: [], problems: [] });
});

test('yearly figures without any year are left out and said to be', () => {
  const { read } = reader(['企业名称', '营业收入（万元）']);
  expect(codes(read(['甲', '5'], 2))).toEqual(['year.missing']);
});

test('a row without name and code is rejected', () => {
  const { read } = reader(['企业名称', '统一社会信用代码', '注册资本']);
  expect(isRejected(read([null, 'N/A', '5'], 3))).toBe(true);
});

test('a failing check digit and a malformed code are kept and reported', () => {
  const { read } = reader(['企业名称', '统一社会信用代码']);
  expect(read(['甲', '91350100M0001TGQXM'], 2)).toMatchObject({
    codeStatus: 'check_fails',
    creditCode: '91350100M0001TGQXM',
  });
  expect(codes(read(['甲', '91320105MA2000369O'], 3))).toEqual(['code.malformed']);
  expect(read(['甲', '320100000016183'], 3)).toMatchObject({ codeStatus: 'old', problems: [] });
});

test('formulas stay text', () => {
  const { read } = reader(['企业名称', '注册地址']);
  const row = read(['=cmd|calc!A1', '@SUM(A1)'], 2);
  expect(row).toMatchObject({ name: '=cmd|calc!A1', address: '@SUM(A1)' });
  expect(codes(row)).toEqual(['text.formula', 'text.formula']);
});

test('a unit that nobody stated is guessed from the figures and marked as a guess', () => {
  const yuan = reader(['企业名称', '2023年营业收入'], [['甲', '552609080.63']]).columns[1];
  expect(yuan).toMatchObject({ unit: '元', unitAssumed: true });
  const plain = reader(['企业名称', '2023年营业收入'], [['甲', '3600']]).columns[1];
  expect(plain).toMatchObject({ unit: '万元', unitAssumed: true });
  const own = reader(['企业名称', '注册资金'], [['甲', '100(万元人民币)']]).columns[1];
  expect(own).toMatchObject({ unit: null, unitAssumed: false });
});

test('repetition and contradiction inside one file are told apart', () => {
  const { read } = reader(['企业名称', '统一社会信用代码', '注册资本']);
  const file = repeats();
  expect(file.check(read(['甲', '91320105MA20003690', '5'], 2))).toBeNull();
  expect(file.check(read(['甲', '91320105MA20003690', '5'], 9))).toMatchObject({ code: 'row.duplicate', scope: 'row' });
  const other = file.check(read(['甲', '91320105MA20003690', '6'], 10));
  expect(other).toMatchObject({ code: 'row.contradicts', severity: 'error' });
  expect(other!.message.zh).toContain('第 2 行');
});
