import type { Inputs, Outputs } from '@forest/api';
import { scopeCondition } from '@forest/domain';
import { sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { scopeWhere } from '../../platform/scope-where.ts';
import type { UseCase } from '../use-case.ts';

/** Censuses of the districts that the viewer works for, the latest first. */
export async function listCensuses(
  { page, pageSize }: Inputs['ladder']['census']['list'],
  { db, user }: UseCase,
): Promise<Outputs['ladder']['census']['list']> {
  authoriseAnywhere(user, 'verdict.read');
  const mine = scopeWhere(scopeCondition(user, 'verdict.read'), {
    district: sql.ref('census.district'),
    // Whoever sees a unit may know when its district was judged.
    unitPaths: [],
  });
  const inOwnDistrict = sql<boolean>`(${mine} or census.district = any(${user.grants.flatMap((grant) => grant.district ?? [])}::text[]))`;
  const [rows, total] = await Promise.all([
    db
      .selectFrom('census')
      .selectAll()
      .select(sql<string | null>`(select u.username from "user" u where u.id = census.started_by)`.as('starter'))
      .where(inOwnDistrict)
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    db
      .selectFrom('census')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where(inOwnDistrict)
      .executeTakeFirstOrThrow(),
  ]);
  return {
    total: total.n,
    rows: rows.map((row) => ({
      id: row.id,
      asOf: row.as_of,
      state: row.state,
      progress: row.state === 'done' ? 1 : row.planned > 0 ? Math.min(1, row.enterprises / row.planned) : 0,
      enterprises: row.enterprises,
      rules: Object.keys(row.rules).length,
      changed: row.changed,
      judgingMs: row.judging_ms,
      totalMs: row.total_ms,
      startedAt: row.started_at,
      startedBy: row.starter ?? row.started_by,
    })),
  };
}
