import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { conflict, Fault } from '../../platform/fault.ts';

export interface NewCensus {
  district: string;
  asOf: string;
  startedBy: string | null;
}

/**
 * Enters a census that a job will run.
 * @throws Fault `conflict` when one is running in the district, `invalid` when a later date was judged already: the
 *   history only grows at its end.
 */
export async function createCensus(tx: Tx, { district, asOf, startedBy }: NewCensus): Promise<number> {
  const { running, latest } = await tx
    .selectFrom('census')
    .select([
      sql<boolean>`coalesce(bool_or(state = 'running'), false)`.as('running'),
      sql<string | null>`max(as_of) filter (where state <> 'cancelled' or changed > 0)`.as('latest'),
    ])
    .where('district', '=', district)
    .executeTakeFirstOrThrow();
  if (running) throw alreadyRunning();
  if (latest !== null && latest > asOf) throw tooEarly(asOf, latest);
  const { id } = await tx
    .insertInto('census')
    .values({ district, as_of: asOf, started_by: startedBy, content_hash: '', rules: '{}', state: 'running' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export function alreadyRunning(): Fault {
  return conflict({ zh: '本区已有一次普查正在进行。', en: 'A census of this district is already running.' });
}

function tooEarly(asOf: string, latest: string): Fault {
  return new Fault(
    'invalid',
    {
      zh: `普查日期 ${asOf} 早于已有普查的日期 ${latest}。`,
      en: `The date ${asOf} is before ${latest}, for which a census exists.`,
    },
    {
      zh: `请选择 ${latest} 或以后的日期；查看过去某日的判定，请在企业页面按日期测算。`,
      en: `Choose ${latest} or later; to see a past day, judge a single enterprise for that day.`,
    },
  );
}
