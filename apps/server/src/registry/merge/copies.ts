import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';

/** Tables whose rows a merge brings along, what is copied of a row, and when the kept enterprise has the same already. */
const copied: Record<string, { columns: string; same: RawBuilder<unknown> | null }> = {
  statement: {
    columns: 'district, year, source, stated_at, import_id, row_no, by_user, facts, reason',
    same: null,
  },
  qualification: {
    columns:
      'district, kind, level, certificate_no, issued_on, expires_on, revoked_on, revoke_reason, batch, year, source, import_id, row_no, by_user, created_at',
    same: sql`own.kind = row.kind and (own.certificate_no = row.certificate_no or own.issued_on = row.issued_on)`,
  },
  ip_item: {
    columns:
      'district, class, kind, number, title, status, applied_on, granted_on, ended_on, acquired, linked_main_product, high_value, in_use, overseas_family, source, import_id, row_no',
    same: sql`own.kind = row.kind and own.number = row.number`,
  },
  financing_round: {
    columns:
      'district, round, closed_on, equity, amount, valuation_usd, valuation, investors, source, import_id, row_no',
    same: sql`own.round = row.round and own.closed_on = row.closed_on`,
  },
  contact: {
    columns: 'district, role, name, phone, email',
    same: sql`own.name = row.name and own.phone is not distinct from row.phone`,
  },
};

export interface MergeOf {
  mergeId: number;
  keep: number;
  absorb: number;
}

/**
 * Copies what is known of the absorbed enterprise to the kept one. Originals stay: rows never change their enterprise,
 * which is what a cluster shards by, and undoing is taking the copies away.
 */
export async function copyRecords(tx: Tx, { mergeId, keep, absorb }: MergeOf): Promise<void> {
  for (const [table, { columns, same }] of Object.entries(copied)) {
    const names = sql.raw(columns);
    const unless = same
      ? sql`and not exists (select from ${sql.table(table)} own where own.enterprise_id = ${keep} and ${same})`
      : sql``;
    await sql`
      insert into ${sql.table(table)} (enterprise_id, merge_id, copied_from, ${names})
      select ${keep}::bigint, ${mergeId}::bigint, row.id, ${names} from ${sql.table(table)} row
      where row.enterprise_id = ${absorb} ${unless} order by row.id`.execute(tx);
  }
}

/** Takes the copies away; a certificate revoked meanwhile is revoked where it came from too. */
export async function removeCopies(tx: Tx, { mergeId, keep, absorb }: MergeOf): Promise<void> {
  await sql`
    update qualification original set revoked_on = copy.revoked_on, revoke_reason = copy.revoke_reason
    from qualification copy
    where copy.enterprise_id = ${keep} and copy.merge_id = ${mergeId}
      and original.enterprise_id = ${absorb} and original.id = copy.copied_from
      and original.revoked_on is null and copy.revoked_on is not null`.execute(tx);
  for (const table of [...Object.keys(copied), 'enterprise_name'])
    await sql`delete from ${sql.table(table)} where enterprise_id = ${keep} and merge_id = ${mergeId}`.execute(tx);
}
