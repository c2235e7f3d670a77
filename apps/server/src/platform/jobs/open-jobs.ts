import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Db } from '../database/index.ts';
import { forLog } from '../for-log.ts';
import type { Platform } from '../platform.ts';
import type { JobKind, Jobs } from './job-kind.ts';
import { runJob, ServerClosing } from './run-job.ts';

/** A worker that says nothing for this long is taken for dead (the shortest that the queue allows). */
const HEARTBEAT_SECONDS = 10;
const CRASHES_FORGIVEN = 5;
const CANCEL_TOPIC = 'job.cancel';

/** What the queue carries: the run's id for jobs that people start, the input for scheduled ones. */
interface Ticket {
  runId?: string;
  scheduled?: object;
}

/**
 * Long jobs over all servers of one database: each run is taken by one server, and by another one if that dies.
 * @param kinds every kind the contexts declare; this server works on all of them.
 * @returns `work` begins to take runs: call it once everything that jobs need is there.
 */
export async function openJobs(
  lent: Omit<Platform, 'jobs' | 'viewerOf' | 'signIn'>,
  kinds: readonly JobKind<never>[],
): Promise<Jobs & { work(): Promise<void> }> {
  const { database, db, clock, signals, log } = lent;
  const boss = newBoss(database.connection);
  boss.on('error', (error) => log.error({ err: forLog(error) }, 'job queue'));
  await boss.start();
  const byName = new Map(kinds.map((kind) => [kind.kind, kind as unknown as JobKind]));
  for (const name of byName.keys())
    await boss.createQueue(name, {
      policy: 'singleton',
      retryLimit: CRASHES_FORGIVEN,
      retryDelay: 0,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: 23 * 3600,
      notify: true,
    });

  const running = new Map<string, AbortController>();
  const stopHearing = signals.on(CANCEL_TOPIC, (id) => running.get(id ?? '')?.abort(new Error('cancelled')));

  const jobs: Jobs = {
    async start(kind, input, { startedBy, district, tx }) {
      if (!byName.has(kind.kind)) throw new Error(`no context declares the job ${kind.kind}`);
      const id = randomUUID();
      const add = async (on: Db) => {
        await insertRun(on, id, kind as JobKind<never>, input, startedBy, district, clock.now());
        const singletonKey = kind.oneAtATime?.(input) ?? id;
        await boss.send(kind.kind, { runId: id } satisfies Ticket, { id, singletonKey, db: fromKysely(on) });
      };
      await (tx ? add(tx) : db.transaction().execute(add));
      return id;
    },
    async cancel(id) {
      const { rows } = await database.pool.query<{ kind: string; state: string }>(
        `update job_run set cancel_requested = true,
           state = case state when 'queued' then 'cancelled' else state end,
           finished_at = case state when 'queued' then $2::timestamptz else finished_at end
         where id = $1 and state in ('queued', 'running') returning kind, state`,
        [id, clock.now()],
      );
      const run = rows[0];
      if (!run) return false;
      if (run.state === 'cancelled') await boss.cancel(run.kind, id);
      else await signals.publish(db, CANCEL_TOPIC, id);
      return true;
    },
    async schedule(kind, cron, input) {
      await boss.schedule(kind.kind, cron, { scheduled: input } satisfies Ticket, { tz: 'Asia/Shanghai' });
    },
    async close() {
      stopHearing();
      for (const controller of running.values()) controller.abort(new ServerClosing());
      await boss.stop({ graceful: true, timeout: 10_000, close: true });
    },
  };

  async function work(kind: JobKind): Promise<void> {
    const worker = await boss.work<Ticket>(kind.kind, workOptions, async ([job]) => {
      if (!job) return;
      const id = job.data.runId ?? job.id;
      if (job.data.scheduled)
        await insertRun(db, id, kind as JobKind<never>, job.data.scheduled, null, null, clock.now());
      const controller = new AbortController();
      running.set(id, controller);
      try {
        await runJob(lent, kind, id, controller.signal);
      } finally {
        running.delete(id);
        // More may be waiting: look at once, not at the next poll.
        boss.notifyWorker(worker);
      }
    });
  }
  return {
    ...jobs,
    work: async () => {
      for (const kind of byName.values()) await work(kind);
    },
  };
}

const workOptions = {
  includeMetadata: true,
  batchSize: 1,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 5,
  heartbeatRefreshSeconds: 3,
} as const;

/** The queue's own tables; servers that start together wait for each other inside. */
export async function prepareJobs(connection: pg.ClientConfig): Promise<void> {
  const boss = newBoss(connection);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}

function newBoss({ connectionString, host, port, user, database }: pg.ClientConfig): PgBoss {
  const where = connectionString
    ? { connectionString }
    : { host: host!, port: port!, user: user!, database: database! };
  return new PgBoss({
    ...where,
    max: 4,
    application_name: 'kechuang-forest-jobs',
    useListenNotify: true,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
  });
}

async function insertRun(
  on: Db,
  id: string,
  { kind, title }: JobKind<never>,
  input: object,
  startedBy: string | null,
  district: string | null,
  at: Date,
): Promise<void> {
  await on
    .insertInto('job_run')
    .values({
      id,
      kind,
      title: JSON.stringify(title),
      district,
      input: JSON.stringify(input),
      started_by: startedBy,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
