import { sql } from 'kysely';
import { programContent } from '../platform/content/index.ts';
import type { Db } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { DUPLICATES_CRON, duplicatesJob } from './duplicates/duplicates-job.ts';
import { turnFigures } from './facts/figures.ts';
import { FIGURES_CRON, figuresJob } from './facts/figures-job.ts';
import { organisationUnits } from './organisation/content-units.ts';
import { seedOrganisation } from './organisation/seed.ts';
import { figuresYearOf } from './today.ts';

/** Brings the organisation up to what content says and the lists' figures to the last full year. */
export async function start({ db, clock, jobs }: Pick<Platform, 'db' | 'clock' | 'jobs'>): Promise<void> {
  await seedProgramOrganisation(db);
  const districts = await db.selectFrom('enterprise').select('district').distinct().execute();
  for (const { district } of districts)
    await db.transaction().execute((tx) => turnFigures(tx, district, figuresYearOf(clock)));
  await jobs.schedule(duplicatesJob, DUPLICATES_CRON, {});
  await jobs.schedule(figuresJob, FIGURES_CRON, {});
}

/** Servers that start together wait for each other. */
export async function seedProgramOrganisation(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('organisation'))`.execute(tx);
    await seedOrganisation(tx, organisationUnits(programContent().files));
  });
}
