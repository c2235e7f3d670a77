import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { resolve } from '../facts/resolve.ts';

/** Works out anew all years of these enterprises, those too of which nothing is said any more. */
export async function resolveAll(tx: Tx, ids: readonly number[], figuresYear: number): Promise<void> {
  const affected = sql`(
    select enterprise_id, year from statement where enterprise_id = any(${ids}::bigint[])
    union select enterprise_id, year from snapshot where enterprise_id = any(${ids}::bigint[])
    union select id, 0 from unnest(${ids}::bigint[]) as one (id)) as affected`;
  await resolve(tx, affected, { figuresYear });
}
