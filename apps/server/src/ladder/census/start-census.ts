import type { Inputs, Outputs } from '@forest/api';
import { scopeCondition } from '@forest/domain';
import { appendAudit } from '../../platform/audit/index.ts';
import { authorise } from '../../platform/authorise.ts';
import { Fault, notFound } from '../../platform/fault.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { todayOf } from '../../registry/index.ts';
import { censusJob } from '../jobs/census-job.ts';
import { alreadyRunning, createCensus } from './create-census.ts';

type Context = Pick<RequestContext, 'db' | 'clock' | 'user' | 'jobs' | 'settings'>;

/** Starts a census of the viewer's own district. */
export async function startCensus(
  { asOf }: Inputs['ladder']['census']['run'],
  { db, clock, user, jobs, settings }: Context,
): Promise<Outputs['ladder']['census']['run']> {
  const scope = scopeCondition(user, 'census.run');
  const district = (scope.kind === 'anyOf' && scope.districts[0]) || settings.district;
  authorise(user, 'census.run', { district, unitPaths: [] });
  const today = todayOf(clock);
  if (asOf > today) throw inFuture(asOf, today);
  try {
    return await db.transaction().execute(async (tx) => {
      const id = await createCensus(tx, { district, asOf, startedBy: user.id });
      const jobId = await jobs.start(censusJob, { census: id, district }, { startedBy: user.id, district, tx });
      await tx.updateTable('census').set({ job_id: jobId }).where('id', '=', id).execute();
      const entry = { action: 'census.run', subject: { kind: 'census', id }, district, detail: { asOf } };
      await appendAudit(tx, { user, clock }, entry);
      return { id, jobId };
    });
  } catch (error) {
    // Of two who start at the same moment the second meets the index.
    if (error instanceof Error && 'constraint' in error && error.constraint === 'census_one_at_a_time')
      throw alreadyRunning();
    throw error;
  }
}

function inFuture(asOf: string, today: string): Fault {
  return new Fault(
    'invalid',
    { zh: `普查日期 ${asOf} 晚于今天 ${today}。`, en: `The date ${asOf} is after today, ${today}.` },
    { zh: '请选择今天或更早的日期。', en: 'Choose today or an earlier date.' },
  );
}

/** Stops a census between two blocks; what it has written stays and is true. */
export async function cancelCensus(
  { id }: Inputs['ladder']['census']['cancel'],
  { db, clock, user, jobs }: Context,
): Promise<Outputs['ladder']['census']['cancel']> {
  const job = await db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('census')
      .select(['district', 'state', 'job_id'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound({ zh: '这次普查', en: 'census' });
    authorise(user, 'census.run', { district: row.district, unitPaths: [] });
    if (row.state !== 'running') return null;
    const now = clock.now();
    await tx.updateTable('census').set({ state: 'cancelled', finished_at: now }).where('id', '=', id).execute();
    const entry = { action: 'census.cancel', subject: { kind: 'census', id }, district: row.district };
    await appendAudit(tx, { user, clock }, entry);
    return { id: row.job_id };
  });
  if (job?.id) await jobs.cancel(job.id);
  return { ok: job !== null };
}
