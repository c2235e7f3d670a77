import type { Inputs, Outputs } from '@forest/api';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { appendAudit } from '../platform/audit/index.ts';
import { conflict, notFound, signedOut } from '../platform/fault.ts';
import { districtsReached } from './districts.ts';
import type { UseCase } from './use-case.ts';

type JobView = Outputs['system']['jobs']['get'];
const word = { zh: '这项任务', en: 'job' };
/** Ids are UUIDs; anything else is no job and must not reach the database as one. */
const jobId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Everybody follows the jobs that they started; some roles those of their district. */
async function reached({ db, user }: UseCase, action: 'job.read' | 'job.manage'): Promise<RawBuilder<SqlBool>> {
  if (!user.signedIn) throw signedOut();
  const { ids, beyond } = await districtsReached(db, user, action);
  return sql<SqlBool>`(j.started_by = ${user.id} or j.district = any(${ids}::text[])
    or (${beyond} and j.district is null))`;
}

const columns = sql`j.id::text as id, j.kind, j.title, j.state, j.progress, j.message,
  coalesce(u.username, j.started_by) as "startedBy", j.created_at as "createdAt", j.finished_at as "finishedAt"`;
const from = sql`from job_run j left join "user" u on u.id = j.started_by`;

export async function listJobs(
  { page, pageSize }: Inputs['system']['jobs']['list'],
  given: UseCase,
): Promise<Outputs['system']['jobs']['list']> {
  const where = await reached(given, 'job.read');
  const { rows } = await sql<JobView>`select ${columns} ${from} where ${where}
    order by j.created_at desc, j.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(given.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${from} where ${where}`.execute(given.db);
  return { rows, total: counted.rows[0]!.total };
}

export async function getJob({ id }: { id: string }, given: UseCase): Promise<JobView> {
  const where = await reached(given, 'job.read');
  if (!jobId.test(id)) throw notFound(word);
  const { rows } = await sql<JobView>`select ${columns} ${from} where j.id = ${id}::uuid and ${where}`.execute(
    given.db,
  );
  if (!rows[0]) throw notFound(word);
  return rows[0];
}

export async function cancelJob({ id }: { id: string }, given: UseCase): Promise<Outputs['system']['jobs']['cancel']> {
  const { db, user, clock, jobs } = given;
  const where = await reached(given, 'job.manage');
  if (!jobId.test(id)) throw notFound(word);
  const { rows } = await sql<{ district: string | null; kind: string }>`
    select j.district, j.kind from job_run j where j.id = ${id}::uuid and ${where}`.execute(db);
  if (!rows[0]) throw notFound(word);
  if (!(await jobs.cancel(id))) throw conflict({ zh: '这项任务已经结束。', en: 'This job has already ended.' });
  const { district, kind } = rows[0];
  await db
    .transaction()
    .execute((tx) =>
      appendAudit(
        tx,
        { user, clock },
        { action: 'job.cancel', subject: { kind: 'job', id }, district, detail: { kind } },
      ),
    );
  return { ok: true };
}
