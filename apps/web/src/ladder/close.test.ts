import { expect, it } from 'vitest';
import { gapPhrase, placesFor } from './close.ts';

it('shows so many digits that a near-miss never reads as met', () => {
  expect(placesFor(null)).toBe(2);
  expect(placesFor(0.05)).toBe(2);
  expect(placesFor(0.0000416)).toBe(3);
  expect(placesFor(1e-15)).toBe(8);
});

it('tells the gap between percentages in points', () => {
  expect(gapPhrase(0.0006, '%', 'zh')).toBe('0.06 个百分点');
  expect(gapPhrase(0.0000416, '%', 'zh')).toBe('0.004 个百分点');
  expect(gapPhrase(-3, '人', 'zh')).toBe('−3 人');
});
