import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import type { AffectedPairs } from './resolve.ts';

/** Facts that stand in columns of their own, because lists sort and filter by them. */
const number = (fact: string) => sql`case when jsonb_typeof(figures.facts -> ${sql.lit(fact)}) = 'number'
  then (figures.facts -> ${sql.lit(fact)})::numeric end`;

/**
 * Repeats revenue, R&D and staff of the last full year, date of registration and industry on the enterprise's row, and
 * marks it as touched, which is how the census knows whom to judge again.
 */
export async function showFigures(tx: Tx, affected: AffectedPairs, year: number): Promise<void> {
  await sql`
    update enterprise set
      figures_year = ${year}::smallint,
      revenue = ${number('revenue')},
      rd = ${number('rd')},
      staff = ${number('staff')},
      registered_on = coalesce((standing.facts ->> 'registrationDate')::date, enterprise.registered_on),
      industry_code = coalesce(standing.facts ->> 'industryCode', enterprise.industry_code),
      updated_at = clock_timestamp()
    from (select distinct enterprise_id from ${affected}) touched
    left join snapshot figures on figures.enterprise_id = touched.enterprise_id and figures.year = ${year}::smallint
    left join snapshot standing on standing.enterprise_id = touched.enterprise_id and standing.year = 0
    where enterprise.id = touched.enterprise_id`.execute(tx);
}

/** On the turn of the year the lists move on to the next one. Cheap when there is nothing to do. */
export async function turnFigures(tx: Tx, district: string, year: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update enterprise set
      figures_year = ${year}::smallint, revenue = ${number('revenue')}, rd = ${number('rd')}, staff = ${number('staff')}
    from enterprise other
    left join snapshot figures on figures.enterprise_id = other.id and figures.year = ${year}::smallint
    where enterprise.id = other.id and other.district = ${district}
      and other.figures_year is distinct from ${year}::smallint`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
