import { describe, expect, test } from 'vitest';
import { readPatentNumber } from './patent-number.ts';

describe('Chinese patent numbers', () => {
  test.each([
    ['201710601862.3', 'invention', 2017],
    ['202110000004.X', 'invention', 2021],
    ['95115608.X', 'invention', 1995],
    ['97101765.4', 'invention', 1997],
  ] as const)('%s carries its right check', (number, kind, year) => {
    expect(readPatentNumber(number)).toEqual({ number, status: 'valid', kind, year });
  });

  test('the grant prefix, spaces, full width and a missing point make no difference', () => {
    for (const typed of [
      'ZL201710601862.3',
      'ZL 2017 1 0601862.3',
      'ｚｌ２０１７１０６０１８６２．３',
      '2017106018623',
      'CN201710601862.3',
    ])
      expect(readPatentNumber(typed)).toMatchObject({ number: '201710601862.3', status: 'valid' });
  });

  test('a wrong check is told apart from a missing one', () => {
    expect(readPatentNumber('201710601862.4').status).toBe('check_fails');
    expect(readPatentNumber('201710601862').status).toBe('no_check');
  });

  test('the type digit tells inventions, utility models, designs and PCT entries apart', () => {
    expect(readPatentNumber('202120000004').kind).toBe('utilityModel');
    expect(readPatentNumber('202130000004').kind).toBe('design');
    expect(readPatentNumber('202180000004').kind).toBe('pctInvention');
  });

  test('publication numbers, free text and unknown types are malformed', () => {
    for (const wrong of ['CN106250412A', '无', '', '202140000004.1', '2021.5'])
      expect(readPatentNumber(wrong).status).toBe('malformed');
  });
});
