import { expect, test } from 'vitest';
import { headerWords, readHeader } from './header.ts';
import { findHeader } from './header-rows.ts';
import { sampleTargets } from './testing-targets.ts';

const words = headerWords(sampleTargets);
const read = (header: string) => {
  const { target, year, unit } = readHeader(header, words);
  return `${target?.id ?? '?'} ${year ?? ''} ${unit ?? ''}`.trim();
};

test('year and unit stand in the header in every order', () => {
  for (const header of [
    '2023年营业收入(万元)',
    '营业收入_2023（万元）',
    '营业收入/2023年（单位：万元）',
    '2023年度 营业收入 万元',
  ])
    expect(read(header)).toBe('revenue 2023 万元');
  expect(read('研发投入（千元）2022')).toBe('rd 2022 千元');
  expect(read('营业收入')).toBe('revenue');
});

test('ornaments do not hide a name', () => {
  for (const header of ['*企业名称', '1.企业名称', '（1）单位名称', '企业 名称', '企业\n名称', '公司名称：'])
    expect(read(header)).toBe('name');
  expect(read('从业人员期末数')).toBe('staff');
  expect(read('本年营业收入')).toBe('revenue');
});

test('only whole words count: a share of something is not the thing', () => {
  expect(read('研发费用占比(%)')).toBe('rdShare  %');
  expect(read('研发费用增长率')).toBe('?');
  expect(read('主营业务收入')).toBe('mainRevenue');
  expect(read('高新技术产品（服务）收入（万元）')).toBe('highTechIncome  万元');
  expect(read('序号')).toBe('?');
});

test('the header is found below a title, and the title lends unit and year', () => {
  const block = findHeader(
    [
      ['建邺区科技企业 2023 年统计表', null],
      ['单位：千元', null],
      ['企业名称', '营业收入'],
      ['甲', '1'],
    ],
    [],
    words,
  );
  expect(block).toMatchObject({ first: 2, last: 2, title: { unit: '千元', year: 2023 } });
});

test('two header rows with merged group headings are joined column by column', () => {
  const lines = [
    ['企业名称', '营业收入（万元）', null, '研发费用（万元）', null],
    [null, '2022年', '2023年', '2022年', '2023年'],
    ['甲', '1', '2', '3', '4'],
  ];
  const merges = [
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
    { top: 0, left: 3, bottom: 0, right: 4 },
  ];
  for (const known of [merges, []]) {
    const block = findHeader(lines, known, words)!;
    expect([block.first, block.last]).toEqual([0, 1]);
    expect(block.readings.map(({ target, year }) => `${target?.id} ${year}`)).toEqual([
      'name null',
      'revenue 2022',
      'revenue 2023',
      'rd 2022',
      'rd 2023',
    ]);
  }
});

test('a table without one known column has no header', () => {
  expect(
    findHeader(
      [
        ['甲列', '乙列'],
        ['1', '2'],
      ],
      [],
      words,
    ),
  ).toBeNull();
});
