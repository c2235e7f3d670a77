import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingReader } from './missing.ts';
import { parseFlag, parseNumber, parsePercent } from './number.ts';
import { tidy } from './text.ts';

const number = (cell: string, whole = true) => {
  const reading = parseNumber(tidy(cell), whole);
  return reading.value ?? reading.fault?.code;
};

test('counts are read with separators, counter words and full-width digits', () => {
  expect(number('1,200')).toBe(1200);
  expect(number('35人')).toBe(35);
  expect(number('２０')).toBe(20);
  expect(number('35.0')).toBe(35);
  expect(number('1.2万平方米', false)).toBe(12_000);
  expect(number('3.5')).toBe('number.fraction');
  expect(number('约30')).toBe('number.unreadable');
  expect(number('30多人')).toBe('number.unreadable');
});

const share = (cell: string, percent = false) => {
  const reading = parsePercent(tidy(cell), percent);
  return reading.value ?? reading.fault?.code;
};

test('a share is a fraction however it is written', () => {
  expect(share('5%')).toBe(0.05);
  expect(share('4.996％')).toBe(0.04996);
  expect(share('5', true)).toBe(0.05);
  expect(share('0.5', true)).toBe(0.005);
  expect(share('0.05')).toBe(0.05);
  expect(share('5')).toBe(0.05);
  expect(share('五成')).toBe('percent.unreadable');
});

test('a share written as per cent is read back exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (millionths) => {
      const percent = Number(`${millionths}e-5`);
      expect(parsePercent(`${percent}%`, false).value).toBe(Number(`${millionths}e-7`));
    }),
  );
});

test('ticks are yes or no', () => {
  for (const yes of ['是', '有', '√', 'Y', '1', 'true']) expect(parseFlag(yes).value).toBe(true);
  for (const no of ['否', '无', '×', 'n', '0', '没有']) expect(parseFlag(no).value).toBe(false);
  expect(parseFlag('也许').fault?.code).toBe('flag.unreadable');
});

test('what ledgers write for nothing is missing, zero is not', () => {
  const isMissing = missingReader();
  for (const cell of ['', 'N/A', 'n/a', '-', '—', '——', '/', '无', '暂无', '#REF!', 'null'])
    expect(isMissing(cell)).toBe(true);
  for (const cell of ['0', '0.0', '-1', '无锡']) expect(isMissing(cell)).toBe(false);
});

test('a file may have its own signs for missing, compared as numbers', () => {
  const isMissing = missingReader(['-1', '0', '未统计']);
  for (const cell of ['-1.0', '0', '0.0', '未统计']) expect(isMissing(cell)).toBe(true);
  for (const cell of ['1', '-1.5', '100']) expect(isMissing(cell)).toBe(false);
});
