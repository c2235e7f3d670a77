import { sql } from 'kysely';
import { programContent } from '../platform/content/index.ts';
import type { Db } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { DUPLICATES_CRON, duplicatesJob } from './duplicates/duplicates-job.ts';
import { turnFigures } from './facts/figures.ts';
import { FIGURES_CRON, figuresJob } from './facts/figures-job.ts';
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

/**
 * Brings units and sources up to what content says; of sources that several districts rank, the default district's rank
 * counts. Servers that start together wait for each other.
 */
export async function seedProgramOrganisation(db: Db): Promise<void> {
  const { districts } = programContent();
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('organisation'))`.execute(tx);
    await seedOrganisation(
      tx,
      districts.flatMap((district) => district.units),
    );
    for (const { id, name, precedence } of districts.toReversed().flatMap((district) => district.sources)) {
      const ranked = { name: JSON.stringify(name), precedence };
      await tx
        .insertInto('source')
        .values({ id, ...ranked })
        .onConflict((known) => known.column('id').doUpdateSet(ranked))
        .execute();
    }
  });
}
