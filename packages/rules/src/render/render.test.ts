import { Rational } from '@forest/domain';
import { describe, expect, test } from 'vitest';
import { compileExplainer } from '../explain/explain.ts';
import type { FactSet } from '../facts/fact-set.ts';
import { rowOf } from '../facts/row.ts';
import { compileRule } from '../language/compile.ts';
import { smallestChange } from '../levers/smallest-change.ts';
import { smallContent, smallRule } from '../testing/small-content.ts';
import { criterionText } from './criterion-text.ts';
import { formatQuantity } from './quantity.ts';
import { spaced } from './spacing.ts';
import { verdictText } from './verdict-text.ts';

function say(check: string, facts: Partial<FactSet>, levers = '[]') {
  const library = smallContent(smallRule({ check, levers }));
  const compiled = compileRule(library, 'small', '2024-06-01');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.fault));
  const { tree } = compiled;
  const row = rowOf(tree, { asOf: '2024-06-01', enterprise: {}, years: {}, ...facts });
  const [criterion] = compileExplainer(tree).explain(row).criteria;
  const lever = tree.criteria[0]!.levers[0];
  const move = lever && criterion!.verdict === 'not_met' ? smallestChange(tree, row, 0, lever) : null;
  const help = lever && move?.possible ? { move, slot: tree.slots[lever.slot]! } : null;
  return { demand: criterionText(tree.criteria[0]!.test), verdict: verdictText(criterion!, library.dictionary, help) };
}

const rdShare =
  'atLeast: { measure: "sum(rd, 3) / sum(sales, 3)", by: latest(sales), bands: [{ atMost: 5000 万元, value: 5% }, { atMost: 20000 万元, value: 4% }, { otherwise: 3% }] }';
const years = { 2021: { sales: 15000, rd: 600 }, 2022: { sales: 18000, rd: 700 }, 2023: { sales: 20000, rd: 790 } };

describe('sentences', () => {
  test('a demand reads as one, with its bands', () => {
    expect(say(rdShare, {}).demand.zh).toBe(
      '近三年研发费用合计 ÷ 近三年销售收入合计 ≥ 5 %（最近一年销售收入 ≤ 5,000 万元时）；≥ 4 %（最近一年销售收入 ≤ 2 亿元时）；其他情形 ≥ 3 %',
    );
  });

  test('a verdict says where it stands, what is asked, how far it is and what would do (HNTE-X4)', () => {
    const { verdict } = say(rdShare, { years }, '[rd]');
    expect(verdict.zh).toBe(
      '条件一 3.94 %，要求 ≥ 4 %（最近一年销售收入 ≤ 2 亿元时），还差 0.06 个百分点（研发费用再增加 30 万元即达标）。第一条',
    );
    expect(verdict.en).toContain('0.06 percentage points short (R&D +CNY 300,000 would do)');
  });

  test('what is met says so, what is unknown says what is missing', () => {
    const check = 'atLeast: { measure: staff, value: 10 人 }';
    expect(say(check, { enterprise: { staff: 10 } }).verdict.zh).toBe('条件一 10 人，要求 ≥ 10 人，达标。第一条');
    expect(say(rdShare, { years: { 2023: { rd: 1 } } }).verdict.zh).toContain(
      '缺 2023 年销售收入、2022 年研发费用、2021 年研发费用',
    );
  });

  test('a value just short of its threshold is never rounded onto it (BND-02)', () => {
    const check = 'atLeast: { measure: share, value: 5% }';
    expect(say(check, { enterprise: { share: 0.049996 } }).verdict.zh).toBe(
      '条件一 4.9996 %，要求 ≥ 5 %，还差 0.0004 个百分点。第一条',
    );
    expect(say('moreThan: { measure: share, value: 5% }', { enterprise: { share: 0.05 } }).verdict.zh).toContain(
      '恰在界上，须超过',
    );
  });

  test('yes and no, lists and groups', () => {
    expect(say('isFalse: accident', { enterprise: { accident: true } }).verdict.zh).toBe(
      '条件一 是，要求 否，不达标。第一条',
    );
    expect(say('not: { isTrue: accident }', {}).demand.zh).toBe('有无事故：否');
    expect(
      say(
        'any: [{ oneOf: { fact: field, values: [新材料] } }, { all: [{ isTrue: accident }, { atMost: { measure: staff, value: 300 人 } }] }]',
        {},
      ).demand,
    ).toEqual({
      zh: '领域 属于 新材料；或 （有无事故：是；且 职工人数 ≤ 300 人）',
      en: 'Field is one of 新材料; or (Accident: yes; and Staff ≤ 300 persons)',
    });
    expect(say('notStartsWith: { fact: industry, values: [16] }', {}).demand.zh).toBe('行业代码 不属于 16 开头');
  });
});

describe('quantities', () => {
  const zh = (value: string, unit: string) => formatQuantity(Rational.of(value), unit, 'zh');
  test('money goes into 亿元 from ten thousand 万元 on, without losing digits', () => {
    expect([zh('9999.99', '万元'), zh('10000', '万元'), zh('123456.78', '万元')]).toEqual([
      '9,999.99 万元',
      '1 亿元',
      '12.345678 亿元',
    ]);
    expect(formatQuantity(Rational.of('32'), '万元', 'en')).toBe('CNY 320,000');
    expect(formatQuantity(Rational.of('5000'), '万元', 'en')).toBe('CNY 50 million');
  });

  test('ratios in per cent, counts with their unit', () => {
    expect([zh('0.0394340', '%'), zh('-0.0167', '%'), zh('1200', '人'), zh('2.5', '')]).toEqual([
      '3.94 %',
      '-1.67 %',
      '1,200 人',
      '2.5',
    ]);
  });

  test('Han stands apart from digits and Latin letters, not from full-width punctuation', () => {
    expect(spaced('近3年R&D占比5%，即达标')).toBe('近 3 年 R&D 占比 5%，即达标');
  });
});
