import { expect, test } from 'vitest';
import { flattenUnits, subtree, type UnitSource, unitForest } from './organisation.ts';

const unit = (id: string, kind: UnitSource['kind'], ...units: UnitSource[]): UnitSource => ({
  id,
  kind,
  name: { zh: id, en: id },
  units,
});
const city = unit(
  'nanjing',
  'city',
  unit('jianye', 'district', unit('xincheng', 'park', unit('tower', 'carrier')), unit('shazhou', 'subdistrict')),
);

test('a tree becomes rows with path, parent and district, parents first', () => {
  expect(flattenUnits([city]).map(({ id, parentId, district, path }) => [id, parentId, district, path])).toEqual([
    ['nanjing', null, null, '/nanjing/'],
    ['jianye', 'nanjing', 'jianye', '/nanjing/jianye/'],
    ['xincheng', 'jianye', 'jianye', '/nanjing/jianye/xincheng/'],
    ['tower', 'xincheng', 'jianye', '/nanjing/jianye/xincheng/tower/'],
    ['shazhou', 'jianye', 'jianye', '/nanjing/jianye/shazhou/'],
  ]);
});

test('rows become the same tree again, and a part of them a smaller forest', () => {
  const rows = flattenUnits([city]);
  expect(unitForest(rows)[0]?.children[0]?.children.map((node) => node.id)).toEqual(['xincheng', 'shazhou']);
  expect(unitForest(rows.slice(2)).map((node) => node.id)).toEqual(['xincheng', 'shazhou']);
  expect(subtree(rows, rows[2]!).map((row) => row.id)).toEqual(['xincheng', 'tower']);
});

test('an id that is used twice or could break a path is refused', () => {
  expect(() => flattenUnits([unit('a', 'park'), unit('a', 'park')])).toThrow('two units');
  expect(() => flattenUnits([unit('新城', 'park')])).toThrow('not a unit id');
  expect(() => flattenUnits([unit('a%', 'park')])).toThrow('not a unit id');
});
