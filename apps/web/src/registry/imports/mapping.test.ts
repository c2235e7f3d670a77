import { expect, it } from 'vitest';
import { choicesOf, sameChoices, signsIn, withChoice } from './mapping.ts';

const column = {
  column: 2,
  header: '营收',
  target: 'sales',
  targetName: null,
  year: 2025,
  unit: '万元',
  samples: ['1'],
};

it('tells a changed mapping from an unchanged one', () => {
  const choices = choicesOf([column]);
  const changed = withChoice(choices, { column: 2, target: 'sales', year: 2024, unit: '万元' });
  expect(sameChoices(choices, choicesOf([column]))).toBe(true);
  expect(sameChoices(choices, changed)).toBe(false);
  expect(sameChoices(choices, withChoice(changed, { column: 2, target: 'sales', year: 2025, unit: '万元' }))).toBe(
    true,
  );
});

it('reads signs for missing figures as people separate them', () => {
  expect(signsIn(' -1 无、暂无，/ ')).toEqual(['-1', '无', '暂无', '/']);
  expect(signsIn('')).toEqual([]);
});
