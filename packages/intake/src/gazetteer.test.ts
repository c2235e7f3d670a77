import { expect, test } from 'vitest';
import { districtOf, type Gazetteer, placeDoubt, registryOf, subdistrictOf } from './gazetteer.ts';

const nanjing: Gazetteer = {
  districts: [
    { id: 'jianye', name: '建邺区', codes: ['320105'], formerNames: [] },
    { id: 'qinhuai', name: '秦淮区', codes: ['320104', '320103'], formerNames: ['白下区'] },
  ],
  registriesAbove: ['320100', '320000'],
  subdistricts: [{ id: 'xinglong', district: 'jianye', name: '兴隆街道' }],
};

test('the district in an address is found, a road named after a district is none', () => {
  expect(districtOf('南京市建邺区江东中路8号', nanjing)).toBe('jianye');
  expect(districtOf('南京市秦淮区建邺路199号', nanjing)).toBe('qinhuai');
  expect(districtOf('南京市建邺路100号', nanjing)).toBeNull();
  expect(districtOf('建邺南湖利民村26号', nanjing)).toBe('jianye');
  expect(districtOf('南京市白下区建邺路112号', nanjing)).toBe('qinhuai');
});

test('a subdistrict is found in an address and by its bare name in a column', () => {
  expect(subdistrictOf('南京市建邺区兴隆街道嘉陵江东街8号', nanjing)).toBe('xinglong');
  expect(subdistrictOf('兴隆', nanjing, true)).toBe('xinglong');
  expect(subdistrictOf('兴隆大街188号', nanjing)).toBeNull();
});

test('old and new codes name the registry at different places', () => {
  expect(registryOf('91320105MA20003690', nanjing)).toBe('jianye');
  expect(registryOf('320105000012345', nanjing)).toBe('jianye');
  expect(registryOf('913201006089172712', nanjing)).toBe('above');
  expect(registryOf('91310105MA20003690', nanjing)).toBe('elsewhere');
  expect(registryOf('13830295-X', nanjing)).toBeNull();
});

test('address, code and home district are compared, each doubt with its own reason', () => {
  const doubt = (address: string | null, creditCode: string | null) =>
    placeDoubt({ address, creditCode }, 'jianye', nanjing);
  const [here, there] = ['南京市建邺区江东中路8号', '南京市秦淮区中山南路1号'];
  expect(doubt(here, '91320105MA20003690')).toBeNull();
  expect(doubt(here, '913201006089172712')).toBe('codeAbove');
  expect(doubt(here, '91320104MA20003690')).toBe('codeElsewhere');
  expect(doubt(there, '91320105MA20003690')).toBe('addressElsewhere');
  expect(doubt(there, '91320104MA20003690')).toBe('bothElsewhere');
  expect(doubt('南京市奥体大街118号', '91320105MA20003690')).toBe('addressOpen');
  expect(doubt(null, '91320105MA20003690')).toBeNull();
  expect(doubt(here, null)).toBeNull();
});
