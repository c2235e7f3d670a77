import type { RowProblem } from '@forest/intake';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import { copyRows, type Tx } from '../../../platform/database/index.ts';
import type { Newcomer } from './newcomers.ts';
import type { Review } from './review.ts';

/** Stores the questions; one that is open already is not asked again. @returns how many are new. */
export async function writeReviews(tx: Tx, reviews: readonly Review[], district: string): Promise<number> {
  if (reviews.length === 0) return 0;
  const records = reviews.map(({ enterpriseId, ...rest }) => ({ enterprise_id: enterpriseId, ...rest }));
  const { numAffectedRows } = await sql`
    insert into review_item (enterprise_id, district, kind, about, message, detail)
    select r.enterprise_id, ${district}, r.kind, r.about, r.message, r.detail
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as r (enterprise_id bigint, kind text, about text, message jsonb, detail jsonb)
    on conflict (enterprise_id, kind, about) where state = 'open' do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function writeFormerNames(
  client: ClientBase,
  newcomers: readonly Newcomer[],
  district: string,
): Promise<void> {
  const rows = newcomers.flatMap(({ id, row }) => (row.formerName === null ? [] : [[id, district, row.formerName]]));
  if (rows.length > 0) await copyRows(client, 'enterprise_name', ['enterprise_id', 'district', 'name'], rows);
}

export async function writeProblems(
  client: ClientBase,
  importId: number,
  district: string,
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  await copyRows(
    client,
    'import_row_problem',
    ['import_id', 'district', 'row_no', 'column_name', 'value', 'code', 'severity', 'message'],
    problems.map((p) => [
      importId,
      district,
      p.rowNo,
      p.column,
      p.value === null ? null : p.value.slice(0, 200),
      p.code,
      p.severity,
      p.message,
    ]),
  );
}
