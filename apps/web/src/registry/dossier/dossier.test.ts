import { expect, it } from 'vitest';
import { annualTable, type DossierFact } from './dossier.ts';

const fact = (name: string, year: number | null, value: number): DossierFact => ({
  fact: name,
  name: { zh: name, en: name },
  unit: '万元',
  period: year === null ? 'standing' : 'annual',
  year,
  value,
  source: 'ledger',
  sourceName: { zh: '台账', en: 'Ledger' },
  statedAt: new Date(0),
  statements: 1,
  conflicting: false,
});

it('lays yearly facts out as rows by fact and columns by year, newest first, and leaves gaps open', () => {
  const table = annualTable([
    fact('sales', 2023, 1),
    fact('sales', 2025, 3),
    fact('rd', 2024, 2),
    fact('site', null, 9),
  ]);
  expect(table.years).toEqual([2025, 2024, 2023]);
  expect(table.rows.map((row) => [row.fact.fact, table.years.map((year) => row.byYear.get(year)?.value)])).toEqual([
    ['sales', [3, undefined, 1]],
    ['rd', [undefined, 2, undefined]],
  ]);
});
