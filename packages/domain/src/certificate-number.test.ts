import { expect, test } from 'vitest';
import { readHighTechCertificate } from './certificate-number.ts';

test('a usual high-tech certificate number gives its year', () => {
  expect(readHighTechCertificate('gr202332000123 ')).toEqual({ number: 'GR202332000123', year: 2023, warning: null });
});

test('an unusual number is kept and only warned about', () => {
  const read = readHighTechCertificate('苏高企 2023-1');
  expect(read.number).toBe('苏高企2023-1');
  expect(read.warning?.zh).toContain('请核对');
});
