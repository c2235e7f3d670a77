import { sql } from 'kysely';
import { appendAudit } from '../../platform/audit/index.ts';
import { type Content, programContent } from '../../platform/content/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { Fault } from '../../platform/fault.ts';
import type { JobKind, JobRun } from '../../platform/jobs/index.ts';
import { todayOf } from '../../registry/index.ts';
import { createCensus } from '../census/create-census.ts';
import { hashOfRules } from '../judging/program.ts';
import { judgeDistrict } from './census-job.ts';

/** Every few minutes: imports and corrections are judged soon after; the first run of a day judges what time turned. */
export const REFRESH_CRON = '*/5 * * * *';

/** Brings every district's verdicts up to its facts and to today; does nothing where nothing is new. */
export const refreshJob: JobKind = {
  kind: 'ladder.refresh',
  title: { zh: '更新判定', en: 'Refresh verdicts' },
  oneAtATime: () => 'all',
  run: async (_, run) => {
    const today = todayOf(run.clock);
    const censuses: number[] = [];
    for (const district of await staleDistricts(run.db, programContent(), today)) {
      run.signal.throwIfAborted();
      const census = await enter(run, district, today);
      if (census === null) continue;
      censuses.push(census);
      await judgeDistrict(census, run);
    }
    return { censuses };
  },
};

/**
 * Districts with enterprises whose facts are newer than their verdicts, or that were last judged on another day or by
 * other content.
 */
export async function staleDistricts(db: Db, content: Content, today: string): Promise<string[]> {
  const { rows } = await sql<{ district: string; hash: string | null; behind: boolean }>`
    select d.district,
      (select c.content_hash from census c
        where c.district = d.district and c.state = 'done' and c.as_of >= ${today}::date
        order by c.id desc limit 1) as hash,
      exists (
        select from enterprise e left join judged j on j.enterprise_id = e.id
        where e.district = d.district and e.state = 'active' and j.facts_at is distinct from e.updated_at)
      or exists (
        select from judged j join enterprise e on e.id = j.enterprise_id
        where j.district = d.district and e.state <> 'active') as behind
    from (select distinct district from enterprise where state = 'active') d
    order by d.district`.execute(db);
  return rows
    .filter(({ district, hash, behind }) => behind || hash !== hashOfRules(content.treesInForce(district, today)))
    .map((row) => row.district);
}

/** @returns null when a census of the district is running already: the next refresh sees what is left. */
async function enter({ db, clock }: JobRun, district: string, today: string): Promise<number | null> {
  try {
    return await db.transaction().execute(async (tx) => {
      const id = await createCensus(tx, { district, asOf: today, startedBy: null });
      const subject = { kind: 'census', id };
      await appendAudit(
        tx,
        { user: null, clock },
        { action: 'census.run', subject, district, detail: { asOf: today } },
      );
      return id;
    });
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
