import { expect, it } from 'vitest';
import { numberIn } from './FactInput.tsx';

it('reads typed numbers exactly, and nothing else', () => {
  expect(numberIn('1,234.5', '万元')).toBe(1234.5);
  expect(numberIn('3.94', '%')).toBe(0.0394);
  expect(numberIn('−5', '万元')).toBe(-5);
  expect(numberIn('', '万元')).toBeNull();
  expect(numberIn('约 30', '万元')).toBeNull();
  expect(numberIn('1e9', '万元')).toBeNull();
});
