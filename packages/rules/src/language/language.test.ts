import { describe, expect, test } from 'vitest';
import { exactJudge } from '../exact/evaluate.ts';
import type { FactSet } from '../facts/fact-set.ts';
import { rowOf } from '../facts/row.ts';
import { type SmallRule, smallContent, smallRule } from '../testing/small-content.ts';
import { compileRule } from './compile.ts';

function compile(rule: SmallRule, asOf = '2024-06-01') {
  return compileRule(smallContent(smallRule(rule)), 'small', asOf);
}

function verdict(check: string, facts: Partial<FactSet>, version = ''): string {
  const asOf = facts.asOf ?? '2024-06-01';
  const compiled = compile({ check, version }, asOf);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.fault.diagnostics));
  return exactJudge(compiled.tree, rowOf(compiled.tree, { enterprise: {}, years: {}, ...facts, asOf })).judge().verdict;
}

/** Code, message and column of the first fault. */
function faultOf(check: string, version = '') {
  const compiled = compile({ check, version });
  return compiled.ok ? null : compiled.fault.diagnostics[0]!;
}

describe('measures', () => {
  test('a sum over operating years leaves out the years before registration', () => {
    const check = 'atLeast: { measure: "sum(rd, operating years(3)) / sum(sales, operating years(3))", value: 5% }';
    const years = { 2022: { rd: 6, sales: 100 }, 2023: { rd: 6, sales: 100 } };
    expect(verdict(check, { years, enterprise: { registrationDate: '2022-11-01' } })).toBe('met');
    expect(verdict(check, { years, enterprise: { registrationDate: '2021-01-01' } })).toBe('unknown');
    expect(verdict(check, { years })).toBe('unknown');
    expect(verdict(check, { years: { ...years, 2021: { rd: 6, sales: 100 } } })).toBe('met');
    expect(
      verdict(check, { years: { 2023: { rd: 6, sales: 100 } }, enterprise: { registrationDate: '2024-02-01' } }),
    ).toBe('met');
  });

  test('the last full accounting year is the one before the as-of date (BND-06)', () => {
    const check = 'atLeast: { measure: latest(sales), value: 1 万元 }';
    expect(verdict(check, { asOf: '2024-01-01', years: { 2023: { sales: 1 } } })).toBe('met');
    expect(verdict(check, { asOf: '2023-12-31', years: { 2023: { sales: 1 } } })).toBe('unknown');
  });

  test('an each-year measure is a series of its own', () => {
    const version = 'measures: { ratio: { each year: rd / sales }, mean: "average(ratio, 2)" }';
    const years = { 2022: { rd: 2, sales: 100 }, 2023: { rd: 4, sales: 100 } };
    expect(verdict('atLeast: { measure: mean, value: 3% }', { years }, version)).toBe('met');
    expect(verdict('moreThan: { measure: mean, value: 3% }', { years }, version)).toBe('not_met');
    expect(verdict('atLeast: { measure: growth(ratio), value: 100% }', { years }, version)).toBe('met');
    expect(verdict('atLeast: { measure: "value(ratio, -1)", value: 2% }', { years }, version)).toBe('met');
  });

  test('a substitute stands in for a missing fact, and only then', () => {
    const version = 'measures: { income: { each year: if sales = null then rd else sales } }';
    const check = 'atLeast: { measure: latest(income), value: 10 万元 }';
    expect(verdict(check, { years: { 2023: { rd: 10 } } }, version)).toBe('met');
    expect(verdict(check, { years: { 2023: { rd: 10, sales: 9 } } }, version)).toBe('not_met');
    expect(verdict(check, { years: {} }, version)).toBe('unknown');
  });
});

describe('checks', () => {
  test('以上 and 超过 differ at the number itself (BND-01)', () => {
    const facts = { enterprise: { staff: 10 } };
    expect(verdict('atLeast: { measure: staff, value: 10 人 }', facts)).toBe('met');
    expect(verdict('moreThan: { measure: staff, value: 10 人 }', facts)).toBe('not_met');
    expect(verdict('atMost: { measure: staff, value: 10 人 }', facts)).toBe('met');
    expect(verdict('lessThan: { measure: staff, value: 10 人 }', facts)).toBe('not_met');
    expect(verdict('between: { measure: staff, from: 10 人, to: 20 人 }', facts)).toBe('met');
    expect(verdict('equals: { measure: staff, value: 10 人 }', facts)).toBe('met');
  });

  test('registered 2024-06-01: 364 days on 2025-05-31 are not a year, 365 on 2025-06-01 are (HNTE-X12)', () => {
    const check = 'olderThan: { date: registrationDate, days: 365, orEqual: true }';
    const enterprise = { registrationDate: '2024-06-01' };
    expect(verdict(check, { asOf: '2025-05-31', enterprise })).toBe('not_met');
    expect(verdict(check, { asOf: '2025-06-01', enterprise })).toBe('met');
  });

  test('months are calendar months, with the last day where there is no such day', () => {
    const enterprise = { registrationDate: '2024-01-31' };
    const older = 'olderThan: { date: registrationDate, months: 1, orEqual: true }';
    expect(verdict(older, { asOf: '2024-02-28', enterprise })).toBe('not_met');
    expect(verdict(older, { asOf: '2024-02-29', enterprise })).toBe('met');
    const younger = 'youngerThan: { date: registrationDate, months: 24 个月, orEqual: true }';
    expect(verdict(younger, { asOf: '2026-01-31', enterprise })).toBe('met');
    expect(verdict(younger, { asOf: '2026-02-01', enterprise })).toBe('not_met');
  });

  test('within counts back from the reference day, both ends included, and not ahead of it', () => {
    const check = 'withinDays: { date: registrationDate, days: 365 }';
    const on = (registrationDate: string) => verdict(check, { asOf: '2024-06-01', enterprise: { registrationDate } });
    expect([on('2023-06-02'), on('2023-06-01'), on('2024-06-01'), on('2024-06-02')]).toEqual([
      'met',
      'not_met',
      'met',
      'not_met',
    ]);
  });

  test('texts by list and by prefix', () => {
    expect(verdict('oneOf: { fact: field, values: [新材料] }', { enterprise: { field: '新材料' } })).toBe('met');
    expect(verdict('noneOf: { fact: field, values: [新材料] }', { enterprise: { field: '新材料' } })).toBe('not_met');
    expect(verdict('startsWith: { fact: industry, values: [65, I] }', { enterprise: { industry: '6513' } })).toBe(
      'met',
    );
    expect(verdict('notStartsWith: { fact: industry, values: [65] }', { enterprise: {} })).toBe('unknown');
  });

  test('holds takes a condition; annual flags are read by year', () => {
    expect(
      verdict('holds: staff > 3 and (latest(sales) >= 5 or accident)', { enterprise: { staff: 4, accident: true } }),
    ).toBe('met');
    expect(verdict('isTrue: latest(audited)', { years: { 2023: { audited: true } } })).toBe('met');
    expect(
      verdict('eachYear: { series: rd / sales, years: 2, atLeast: 3% }', {
        years: { 2022: { rd: 3, sales: 100 }, 2023: { rd: 2, sales: 100 } },
      }),
    ).toBe('not_met');
  });

  test('meets takes over the outcome of another rule on the same day', () => {
    const other = smallRule({ id: 'other', check: 'atLeast: { measure: staff, value: 10 人 }' });
    const library = smallContent(smallRule({ check: 'meets: other' }), other);
    const compiled = compileRule(library, 'small', '2024-06-01');
    if (!compiled.ok) throw new Error(compiled.fault.message.en);
    const at = (staff: number) =>
      exactJudge(compiled.tree, rowOf(compiled.tree, { asOf: '2024-06-01', enterprise: { staff }, years: {} })).judge()
        .verdict;
    expect([at(10), at(9)]).toEqual(['met', 'not_met']);
  });
});

describe('faults', () => {
  test.each([
    ['atLeast: { measure: staf, value: 1 人 }', 'unknown-fact'],
    ['atLeast: { measure: sales, value: 1 万元 }', 'annual-needs-period'],
    ['atLeast: { measure: latest(sales), value: 1 人 }', 'unit-mismatch'],
    ['atLeast: { measure: latest(sales) + staff, value: 1 人 }', 'unit-mismatch'],
    ['atLeast: { measure: latest(staff), value: 1 人 }', 'not-a-series'],
    ['atLeast: { measure: accident, value: 1 }', 'wrong-type'],
    ['atLeast: { measure: staff / 0, value: 1 人 }', 'division-by-zero'],
    ['atLeast: { measure: "compound growth(sales, 2) * 2", value: 1 }', 'compound-growth-in-arithmetic'],
    ['atLeast: { measure: staff +, value: 1 人 }', 'expression-syntax'],
    ['atLeast: { measure: staff ** 2, value: 1 人 }', 'expression-outside-subset'],
    ['atLeast: { measure: sqrt(staff), value: 1 人 }', 'wrong-arguments'],
    ['atLeast: { measure: staff, by: staff, bands: [{ atMost: 5 人, value: 1 人 }] }', 'bands-without-otherwise'],
    ['oneOf: { fact: field, values: [新能源] }', 'value-not-listed'],
    ['score: { of: nothing, atLeast: 5 }', 'unknown-score'],
    ['meets: nothing', 'unknown-rule'],
    ['meets: small', 'meets-cycle'],
    ['olderThan: { date: staff, days: 5 }', 'wrong-type'],
    ['olderThan: { date: registrationDate, days: 1.5 }', 'span'],
  ])('%s → %s', (check, code) => {
    expect(faultOf(check)?.code).toBe(code);
  });

  test('an unknown fact is said with the nearest name, the line and the column', () => {
    const fault = faultOf('atLeast: { measure: latest(sale), value: 1 万元 }')!;
    expect(fault.remedy.zh).toContain('sales');
    expect(fault).toMatchObject({ file: 'demo/rules/rule-0.yaml', line: 18, column: 38 });
    expect(faultOf('atLeast: { measure: latest(销售额), value: 1 万元 }')!.remedy.en).toContain('sales');
  });

  test('measures that refer to each other are refused', () => {
    expect(faultOf('atLeast: { measure: a, value: 1 }', 'measures: { a: b + 1, b: a + 1 }')?.code).toBe(
      'measure-cycle',
    );
  });

  test('a rule that is not there or not in force is said with what is', () => {
    const missing = compileRule(smallContent(smallRule({})), 'smal', '2024-06-01');
    expect(missing).toMatchObject({ ok: false, fault: { code: 'unknown-rule', nearest: ['small'] } });
    expect(compile({}, '2019-12-31')).toMatchObject({ ok: false, fault: { code: 'no-version-in-force' } });
    expect(compile({}, '2024-02-30')).toMatchObject({ ok: false, fault: { code: 'invalid-date' } });
  });
});
