import { expect, it } from 'vitest';
import { whyNotSaved } from './grants.ts';

it('asks for what a role needs, and refuses administrators who hold a second role', () => {
  expect(whyNotSaved([{ role: 'leader', unitId: '', enterpriseId: null }])?.zh).toContain('单位');
  expect(whyNotSaved([{ role: 'enterpriseUser', unitId: 'jianye', enterpriseId: null }])?.zh).toContain('企业编号');
  expect(
    whyNotSaved([
      { role: 'auditAdmin', unitId: 'jianye', enterpriseId: null },
      { role: 'leader', unitId: 'jianye', enterpriseId: null },
    ])?.zh,
  ).toContain('分设');
  expect(whyNotSaved([{ role: 'leader', unitId: 'jianye', enterpriseId: null }])).toBeNull();
});
