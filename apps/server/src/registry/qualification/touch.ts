import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';

/** Says to the census that something which rules read has changed. */
export async function touchEnterprises(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`update enterprise set updated_at = clock_timestamp() where id = any(${ids}::bigint[])`.execute(tx);
}
