import { describe, expect, it } from 'vitest';
import { localDay, moment, proseDate } from './date.ts';
import { factCell, factPhrase } from './fact.ts';
import { columnScale, money } from './money.ts';
import { aligned, grouped, number, percent } from './number.ts';

describe('money', () => {
  it('is said in 万元 below one 亿 and in 亿元 from there', () => {
    expect(money(3600, 'zh')).toEqual({ short: '3,600 万元', exact: '36,000,000 元' });
    expect(money(9999.99, 'zh').short).toBe('9,999.99 万元');
    expect(money(10_000, 'zh').short).toBe('1 亿元');
    expect(money(123_456.78, 'zh')).toEqual({ short: '12.35 亿元', exact: '1,234,567,800 元' });
  });
  it('keeps single fen in the exact value', () => {
    expect(money(0.000001, 'zh')).toEqual({ short: '0 万元', exact: '0.01 元' });
  });
  it('knows dollars, losses and English', () => {
    expect(money(100_000, 'zh', '万美元').short).toBe('10 亿美元');
    expect(money(-12.5, 'zh').short).toBe('−12.5 万元');
    expect(money(3600, 'en')).toEqual({ short: 'CNY 36 m', exact: 'CNY 36,000,000' });
    expect(money(100_000, 'en', '万美元').short).toBe('USD 1 bn');
    expect(money(1.5, 'en').short).toBe('CNY 15k');
  });
  it('chooses 亿 for a column only when every known amount is that large', () => {
    expect(columnScale([12_000, null, 30_000])).toBe('亿');
    expect(columnScale([12_000, 30])).toBe('万');
    expect(columnScale([null])).toBe('万');
  });
});

describe('numbers', () => {
  it('are grouped without rounding', () => {
    expect(grouped('-1234567.50')).toBe('−1,234,567.50');
    expect(number(1234567.891)).toBe('1,234,567.891');
    expect(number(0.1 + 0.2, 2)).toBe('0.3');
  });
  it('stand point below point in a column, and lose no digit', () => {
    expect([218.3, 5000, -0.125].map(aligned)).toEqual(['218.30', '5,000.00', '−0.125']);
  });
  it('show a ratio as a percentage', () => {
    expect(percent(0.0394)).toBe('3.94 %');
    expect(percent(0.05)).toBe('5 %');
  });
});

describe('facts', () => {
  it('show unknown as 未知 and an empty text as —, never 0', () => {
    expect(factCell(null, '万元', 'zh')).toBe('未知');
    expect(factCell('', '文本', 'zh')).toBe('—');
    expect(factCell(0, '万元', 'zh')).toBe('0');
  });
  it('carry the unit in prose only', () => {
    expect(factCell(12_345, '万元', 'zh')).toBe('12,345');
    expect(factPhrase(12_345, '万元', 'zh')).toBe('1.23 亿元');
    expect(factPhrase(12, '人', 'en')).toBe('12 persons');
    expect(factCell(0.0464, '%', 'zh')).toBe('4.64');
    expect(factPhrase(true, '是否', 'zh')).toBe('是');
  });
});

describe('dates', () => {
  it('are written out in prose', () => {
    expect(proseDate('2026-11-02', 'zh')).toBe('2026年11月2日');
    expect(proseDate('2026-11-02', 'en')).toBe('2 November 2026');
  });
  it('show moments in Beijing time, wherever the reader sits', () => {
    const at = new Date('2026-11-22T16:05:30Z');
    expect(moment(at)).toBe('2026-11-23 00:05');
    expect(localDay(at)).toBe('2026-11-23');
  });
});
