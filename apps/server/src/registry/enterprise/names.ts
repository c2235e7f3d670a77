import { nameKey } from '@forest/intake';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { StoredEnterprise } from './access.ts';

/** Names other than the present one, the latest first. */
export async function formerNamesOf(db: Db, id: number): Promise<string[]> {
  const rows = await db
    .selectFrom('enterprise_name')
    .select('name')
    .where('enterprise_id', '=', id)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => row.name);
}

/** @returns all names besides the new one, to be searched by. */
export async function keepFormerName(tx: Tx, before: StoredEnterprise, name: string, today: string): Promise<string[]> {
  const known = await formerNamesOf(tx, before.id);
  if (nameKey(name) === before.name_key) return known;
  await tx
    .insertInto('enterprise_name')
    .values({ enterprise_id: before.id, district: before.district, name: before.name, to_date: today })
    .execute();
  return [before.name, ...known];
}
