import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';

/**
 * Removes every synthetic enterprise of a district and all that refers to it, whichever context keeps it: every table
 * with an `enterprise_id` column is swept, so that a later context needs no line here.
 * @returns enterprises removed.
 */
export async function removeDemo(tx: Tx, district: string): Promise<number> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where column_name = 'enterprise_id' and table_schema = current_schema()`.execute(tx);
  for (const { name } of tables)
    await sql`delete from ${sql.table(name)} where enterprise_id in
      (select id from enterprise where district = ${district} and demo)`.execute(tx);
  await sql`delete from duplicate_pair where left_id in (select id from enterprise where district = ${district} and demo)
    or right_id in (select id from enterprise where district = ${district} and demo)`.execute(tx);
  await sql`delete from enterprise_merge where keep_id in
    (select id from enterprise where district = ${district} and demo)`.execute(tx);
  const removed = await tx
    .deleteFrom('enterprise')
    .where('district', '=', district)
    .where('demo', '=', true)
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}
