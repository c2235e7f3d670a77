import { may, type Role, type Text, whyRolesConflict } from '@forest/domain';
import type { Db } from '../platform/database/index.ts';
import { Fault, forbidden, notFound } from '../platform/fault.ts';
import type { Viewer } from '../platform/viewer.ts';
import { type HeldRole, readGrants } from './grants.ts';

/** A role to give, as the contract has it. */
export interface GrantInput {
  role: Role;
  unitId: string;
  enterpriseId: number | null;
}

/** Stands for "above all units" in forms and in the contract. */
export const ROOT_UNIT = 'root';

/**
 * A security administrator manages users all of whose roles lie below the own unit: one role elsewhere, and somebody
 * nearer to the root has to do it. Users without a role belong to the root.
 */
export function canManage(viewer: Viewer, action: 'user.read' | 'user.manage', grants: readonly HeldRole[]): boolean {
  const within = ({ unitPath, district }: { unitPath: string; district: string | null }) =>
    may(viewer, action, { district, unitPaths: [unitPath] });
  return grants.length > 0 ? grants.every(within) : within({ unitPath: '/', district: null });
}

/** The stored user, if the viewer may manage it. @throws Fault `not_found` otherwise, and for oneself `forbidden`. */
export async function getManageable(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<{ id: string; username: string; grants: HeldRole[] }> {
  const row = await db.selectFrom('user').select(['id', 'username']).where('id', '=', id).executeTakeFirst();
  const grants = row ? await readGrants(db, [id]) : [];
  if (!row || !canManage(viewer, 'user.manage', grants)) throw notFound(userWord);
  if (id === viewer.id)
    throw new Fault(
      'forbidden',
      { zh: '不能修改自己的账号。', en: 'You cannot change your own account.' },
      { zh: '请由另一位安全管理员操作。', en: 'Another security administrator has to do it.' },
    );
  return { id: row.id, username: row.username ?? '', grants };
}

/** Checks roles to be given against the tree, the viewer's reach and the separation of administrators. */
export async function resolveGrants(db: Db, viewer: Viewer, wanted: readonly GrantInput[]): Promise<HeldRole[]> {
  const conflict = whyRolesConflict(wanted.map(({ role }) => role));
  if (conflict) throw new Fault('invalid', conflict);
  const ids = wanted.map(({ unitId }) => unitId);
  const units = ids.length
    ? await db
        .selectFrom('organisation_unit')
        .select(['id', 'path', 'district', 'name'])
        .where('id', 'in', ids)
        .execute()
    : [];
  return wanted.map(({ role, unitId, enterpriseId }) => {
    const isRoot = unitId === ROOT_UNIT;
    const unit = units.find((one) => one.id === unitId);
    if (!unit && !isRoot)
      throw new Fault('invalid', { zh: `没有单位“${unitId}”。`, en: `There is no unit “${unitId}”.` });
    if ((role === 'enterpriseUser') !== (enterpriseId !== null)) throw new Fault('invalid', needsEnterprise);
    const held: HeldRole = {
      userId: '',
      role,
      unitId: isRoot ? null : unitId,
      unitName: unit?.name ?? null,
      unitPath: unit?.path ?? '/',
      district: unit?.district ?? null,
      enterpriseId,
    };
    if (!canManage(viewer, 'user.manage', [held])) throw forbidden();
    return held;
  });
}

const needsEnterprise: Text = {
  zh: '企业用户须指定一家企业，其他角色不指定企业。',
  en: 'An enterprise user needs an enterprise, and no other role has one.',
};

export const userWord: Text = { zh: '该用户', en: 'user' };
