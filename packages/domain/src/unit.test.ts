import { expect, test } from 'vitest';
import { parseQuantity } from './unit.ts';

const read = (text: string | number) => {
  const quantity = parseQuantity(text);
  return quantity && `${quantity.value} ${quantity.unit ?? ''}`.trim();
};

test('money is read exactly into 万元, whatever it is written in', () => {
  expect(read('5000 万元')).toBe('5000 万元');
  expect(read('0.5 亿元')).toBe('5000 万元');
  expect(read('1,687.5万元')).toBe('1687.5 万元');
  expect(read('3 元')).toBe('0.0003 万元');
  expect(read('10 亿美元')).toBe('100000 万美元');
});

test('a percentage is a fraction', () => {
  expect(read('5%')).toBe('0.05 %');
  expect(read('4.996 %')).toBe('0.04996 %');
});

test('spans of time keep their own unit', () => {
  expect(read('18 个月')).toBe('18 个月');
  expect(read('365 天')).toBe('365 天');
  expect(read('3年')).toBe('3 年');
});

test('what is not a quantity is refused', () => {
  expect(read('five')).toBeNull();
  expect(read('5 bananas')).toBeNull();
  expect(read('constructor')).toBeNull();
  expect(read('5 constructor')).toBeNull();
  expect(read('')).toBeNull();
  expect(read(Number.NaN)).toBeNull();
});

test('bare numbers carry no unit', () => {
  expect(read(0.1)).toBe('0.1');
  expect(read('-3')).toBe('-3');
});
