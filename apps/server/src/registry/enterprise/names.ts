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

/** @returns what it is searched by besides the new name. */
export async function keepFormerName(tx: Tx, before: StoredEnterprise, name: string, today: string): Promise<string[]> {
  const known = await searchedWords(tx, before.id);
  if (nameKey(name) === before.name_key) return known;
  await tx
    .insertInto('enterprise_name')
    .values({ enterprise_id: before.id, district: before.district, name: before.name, to_date: today })
    .execute();
  return [before.name, ...known];
}

/** What an enterprise is searched by besides its present name and code: former names, and codes of absorbed ones. */
export async function searchedWords(db: Db, id: number): Promise<string[]> {
  const absorbed = await db
    .selectFrom('enterprise')
    .select('credit_code')
    .where('merged_into', '=', id)
    .where('credit_code', 'is not', null)
    .execute();
  return [...(await formerNamesOf(db, id)), ...absorbed.map((row) => row.credit_code ?? '')];
}
