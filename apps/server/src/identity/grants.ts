import { type Grant, ROOT_PATH, type Role, type Text } from '@forest/domain';
import type { Db } from '../platform/database/index.ts';

/** A grant with the names that people read. */
export interface HeldRole extends Grant {
  userId: string;
  role: Role;
  unitId: string | null;
  unitName: Text | null;
}

/** Roles of these users, each where it is held. A role at a unit that is gone reaches nothing. */
export async function readGrants(db: Db, userIds: readonly string[]): Promise<HeldRole[]> {
  if (!userIds.length) return [];
  const rows = await db
    .selectFrom('user_role')
    .leftJoin('organisation_unit', 'organisation_unit.id', 'user_role.unit_id')
    .select(['user_role.user_id', 'user_role.role', 'user_role.unit_id', 'user_role.enterprise_id'])
    .select(['organisation_unit.path', 'organisation_unit.district', 'organisation_unit.name'])
    .where('user_role.user_id', 'in', userIds)
    .orderBy('user_role.id')
    .execute();
  return rows
    .filter((row) => row.unit_id === null || row.path !== null)
    .map((row) => ({
      userId: row.user_id,
      role: row.role,
      unitId: row.unit_id,
      unitName: row.name,
      unitPath: row.path ?? ROOT_PATH,
      district: row.district,
      enterpriseId: row.enterprise_id,
    }));
}
