import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, Grant, Subject } from './actor.ts';
import { actions, permissions } from './map.ts';
import { fitsScope, may, mayAnywhere, permittedActions, scopeCondition } from './may.ts';
import { administratorRoles, roles, whyRolesConflict } from './roles.ts';

const tree = [
  '/',
  '/jianye/',
  '/jianye/xin/',
  '/jianye/xincheng/',
  '/jianye/xincheng/tower/',
  '/jiangbei/',
  '/jiangbei/yanchuang/',
];
const districtOf = (path: string) => path.split('/')[1] || null;

const grant = fc
  .record({
    role: fc.constantFrom(...roles),
    unitPath: fc.constantFrom(...tree),
    enterpriseId: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .map((drawn): Grant => ({ ...drawn, district: districtOf(drawn.unitPath) }));
const actor = fc.array(grant, { maxLength: 3 }).map((grants): Actor => ({ id: 'u', grants }));
const enterprise = fc
  .record({
    enterpriseId: fc.integer({ min: 1, max: 3 }),
    district: fc.constantFrom('jianye', 'jiangbei'),
    places: fc.array(fc.constantFrom(...tree.slice(1)), { maxLength: 2 }),
  })
  .map(
    ({ enterpriseId, district, places }): Subject => ({
      enterpriseId,
      district,
      unitPaths: places.filter((p) => districtOf(p) === district),
    }),
  );

/** Written anew from the words of the map, with segments instead of prefixes, to be wrong in other ways. */
function oracle(who: Actor, action: (typeof actions)[number], what: Subject): boolean {
  const segments = (path: string) => path.split('/').filter(Boolean);
  const inside = (path: string, top: string) => segments(top).every((id, depth) => segments(path)[depth] === id);
  const inSubtree = (top: string) =>
    segments(top).length === 0 || what.unitPaths.filter((path) => inside(path, top)).length > 0;
  return who.grants
    .map((held) => {
      const scope = permissions[held.role][action];
      if (scope === 'all') return true;
      if (scope === 'ownEnterprise') return held.enterpriseId === what.enterpriseId;
      if (scope === 'district') return held.district ? held.district === what.district : inSubtree(held.unitPath);
      return scope === 'ownUnits' ? inSubtree(held.unitPath) : false;
    })
    .includes(true);
}

describe('permissions', () => {
  test('may, the condition for lists and the oracle agree on every role, unit, action and enterprise', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom(...actions), enterprise, (who, action, what) => {
        const expected = oracle(who, action, what);
        expect(may(who, action, what)).toBe(expected);
        expect(fitsScope(scopeCondition(who, action), what)).toBe(expected);
        if (expected) expect(mayAnywhere(who, action)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  test('a further grant never takes anything away', () => {
    fc.assert(
      fc.property(actor, grant, fc.constantFrom(...actions), enterprise, (who, more, action, what) => {
        if (may(who, action, what)) expect(may({ ...who, grants: [...who.grants, more] }, action, what)).toBe(true);
      }),
    );
  });

  test('a service officer of one park sees nothing of the next, however alike the names', () => {
    const officer: Actor = {
      id: 'u',
      grants: [{ role: 'serviceOfficer', unitPath: '/jianye/xin/', district: 'jianye', enterpriseId: null }],
    };
    const at = (path: string): Subject => ({ enterpriseId: 1, district: 'jianye', unitPaths: [path] });
    expect(may(officer, 'enterprise.read', at('/jianye/xin/'))).toBe(true);
    expect(may(officer, 'enterprise.read', at('/jianye/xincheng/'))).toBe(false);
  });

  test('none of the three administrators sees enterprises or verdicts, not even at the root', () => {
    for (const role of administratorRoles) {
      const admin: Actor = { id: 'u', grants: [{ role, unitPath: '/', district: null, enterpriseId: null }] };
      const seen = permittedActions(admin).filter((action) =>
        /^(enterprise|fact|verdict|contact|conflict|review|qualification)\./.test(action),
      );
      expect(seen).toEqual([]);
    }
  });

  test('what one administrator manages, no other does', () => {
    const managing = administratorRoles.map((role) =>
      Object.keys(permissions[role]).filter((action) => /manage|run|export/.test(action)),
    );
    expect(new Set(managing.flat()).size).toBe(managing.flat().length);
  });

  test('administrators hold one role only, and the refusal says what to do', () => {
    expect(whyRolesConflict(['systemAdmin'])).toBeNull();
    expect(whyRolesConflict(['serviceOfficer', 'expert'])).toBeNull();
    expect(whyRolesConflict(['systemAdmin', 'auditAdmin'])?.zh).toContain('分设');
    expect(whyRolesConflict(['districtStaff', 'securityAdmin'])?.en).toContain('second account');
  });
});
