import type { Inputs, Outputs } from '@forest/api';
import { sql } from 'kysely';
import { authoriseAnywhere } from '../platform/authorise.ts';
import { actionName } from './action-names.ts';
import { districtsReached } from './districts.ts';
import type { UseCase } from './use-case.ts';

type Page = Outputs['system']['audit']['list'];

interface Stored {
  seq: number;
  at: Date;
  actor: string | null;
  role: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  chain: string;
  detail: Record<string, unknown>;
  hash: string;
}

/** The trail of the districts that the viewer audits, the latest first. The actor is shown by user name. */
export async function listAudit(
  { actor, action, subjectKind, subjectId, from, to, page, pageSize }: Inputs['system']['audit']['list'],
  { db, user }: UseCase,
): Promise<Page> {
  authoriseAnywhere(user, 'audit.read');
  const { ids, beyond } = await districtsReached(db, user, 'audit.read');
  const parts = [sql`e.seq is not null`, sql`e.chain = any(${beyond ? [...ids, ''] : ids}::text[])`];
  if (actor) parts.push(sql`(e.actor = ${actor} or u.username = ${actor})`);
  if (action) parts.push(sql`(e.action = ${action} or starts_with(e.action, ${`${action}.`}))`);
  if (subjectKind) parts.push(sql`e.subject_kind = ${subjectKind}`);
  if (subjectId) parts.push(sql`e.subject_id = ${subjectId}`);
  // Days are days in China.
  if (from) parts.push(sql`e.at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`);
  if (to) parts.push(sql`e.at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  const where = sql`from audit_event e left join "user" u on u.id = e.actor where ${sql.join(parts, sql` and `)}`;
  const { rows } = await sql<Stored>`
    select e.seq, e.at, coalesce(u.username, e.actor) as actor, e.role, e.action, e.subject_kind as "subjectKind",
      e.subject_id as "subjectId", e.chain, e.detail, e.hash
    ${where} order by e.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total ${where}`.execute(db);
  return {
    rows: rows.map(({ chain, ...row }) => ({ ...row, district: chain || null, actionName: actionName(row.action) })),
    total: counted.rows[0]!.total,
  };
}
