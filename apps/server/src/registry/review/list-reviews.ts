import type { Inputs, Outputs } from '@forest/api';
import { scopeCondition } from '@forest/domain';
import { sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { enterpriseColumns, scopeWhere } from '../../platform/scope-where.ts';
import type { UseCase } from '../use-case.ts';

type Page = Outputs['registry']['reviews']['list'];

/** 待核实: what somebody has to look at, of the enterprises that the viewer may see. */
export async function listReviews(
  { kind, enterpriseId, state, page, pageSize }: Inputs['registry']['reviews']['list'],
  { db, user }: UseCase,
): Promise<Page> {
  authoriseAnywhere(user, 'enterprise.read');
  const where = sql`${scopeWhere(scopeCondition(user, 'enterprise.read'), enterpriseColumns('e'))}
    and r.state = ${state} and e.state <> 'merged'
    ${kind?.length ? sql`and r.kind = any(${kind})` : sql``}
    ${enterpriseId === undefined ? sql`` : sql`and r.enterprise_id = ${enterpriseId}`}`;
  const { rows } = await sql<Page['rows'][number]>`
    select r.id, r.enterprise_id as "enterpriseId", e.name as "enterpriseName", r.kind, r.message, r.state,
      r.created_at as "createdAt"
    from review_item r join enterprise e on e.id = r.enterprise_id
    where ${where} order by r.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from review_item r join enterprise e on e.id = r.enterprise_id where ${where}`.execute(db);
  return { rows, total: counted.rows[0]!.total };
}
