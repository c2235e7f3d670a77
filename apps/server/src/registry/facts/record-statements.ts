import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { pairsOf, resolve } from './resolve.ts';
import { type NewStatement, type ResolveOptions, STANDING } from './statement.ts';

/**
 * The door for a few facts at a time: stores the statements, then resolves. All in the caller's transaction; the
 * enterprises are locked first, so two officers who correct one fact stand in line and neither is lost.
 * @returns ids of the statements, in the order given.
 */
export async function recordStatements(
  tx: Tx,
  statements: readonly NewStatement[],
  options: ResolveOptions,
): Promise<{ ids: number[]; conflictsOpened: number }> {
  if (statements.length === 0) return { ids: [], conflictsOpened: 0 };
  await lockEnterprises(
    tx,
    statements.map((statement) => statement.enterpriseId),
  );
  const ids: number[] = [];
  for (const statement of statements) {
    const { id } = await tx
      .insertInto('statement')
      .values({
        enterprise_id: statement.enterpriseId,
        district: statement.district,
        year: statement.year ?? STANDING,
        source: statement.source,
        stated_at: statement.statedAt,
        import_id: statement.importId ?? null,
        row_no: statement.rowNo ?? null,
        by_user: statement.byUser ?? null,
        facts: JSON.stringify(statement.facts),
        reason: statement.reason ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.push(id);
  }
  const affected = pairsOf(statements.map(({ enterpriseId, year }) => ({ enterpriseId, year: year ?? STANDING })));
  const { conflictsOpened } = await resolve(tx, affected, options);
  return { ids, conflictsOpened };
}

/** In the order of their ids, so that two transactions can never wait for each other in a circle. */
export async function lockEnterprises(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`select id from enterprise where id = any(${[...new Set(ids)]}::bigint[]) order by id for update`.execute(
    tx,
  );
}
