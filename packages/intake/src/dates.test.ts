import { dayOf, isoOf } from '@forest/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate, parseYear } from './dates.ts';
import { tidy } from './text.ts';

const today = dayOf('2026-11-22');
const read = (cell: string) => {
  const reading = parseDate(tidy(cell), today);
  return reading.value ?? reading.fault?.code ?? null;
};

test('dates are read in every written form', () => {
  for (const form of ['2021-03-05', '2021/3/5', '2021.3.5', '2021年3月5日', '20210305', '2021-03-05 00:00:00'])
    expect(read(form)).toBe('2021-03-05');
  expect(read('２０２１年３月５日')).toBe('2021-03-05');
  expect(read('44260')).toBe('2021-03-05');
  expect(read('44260.5')).toBe('2021-03-05');
});

test('a month without a day counts as its first, and says so', () => {
  for (const form of ['2021.3', '2021年3月', '2021/03', '202103'])
    expect(parseDate(form, today)).toMatchObject({ value: '2021-03-01', doubt: { code: 'date.monthOnly' } });
});

test('what cannot be known is refused with the reason', () => {
  expect(read('21-3-5')).toBe('date.shortYear');
  expect(read('21.3.5')).toBe('date.shortYear');
  expect(read('3/5/21')).toBe('date.shortYear');
  expect(read('2021')).toBe('date.yearOnly');
  expect(read('2021-02-29')).toBe('date.absent');
  expect(read('2021-13-01')).toBe('date.absent');
  expect(read('2026-11-23')).toBe('date.future');
  expect(read('1621-03-05')).toBe('date.tooEarly');
  expect(read('去年')).toBe('date.unreadable');
  expect(parseDate('2030-01-01', null).value).toBe('2030-01-01');
});

const day = fc.integer({ min: dayOf('1950-01-01'), max: today });
const parts = (value: number) => isoOf(value).split('-').map(Number) as [number, number, number];
const forms: Record<string, (value: number) => string> = {
  iso: isoOf,
  slashes: (value) => parts(value).join('/'),
  points: (value) => parts(value).join('.'),
  chinese: (value) => '年月日'.replaceAll(/./g, (sign, at: number) => `${parts(value)[at]}${sign}`),
  compact: (value) => isoOf(value).replaceAll('-', ''),
  serial: (value) => String(value - dayOf('1899-12-30')),
};
for (const [name, format] of Object.entries(forms))
  test(`reading a written day gives the same day: ${name}`, () => {
    fc.assert(
      fc.property(day, (value) => parseDate(format(value), today).value === isoOf(value)),
      { numRuns: 300 },
    );
  });

test('a year stands alone, with or without its word', () => {
  for (const form of ['2023', '2023年', '2023年度', 'FY2023']) expect(parseYear(form).value).toBe(2023);
  expect(parseYear('23').fault?.code).toBe('year.unreadable');
});
