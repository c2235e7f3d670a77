import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { reconsiderConflicts } from './conflicts.ts';
import { showFigures } from './figures.ts';
import type { ResolveOptions } from './statement.ts';

/** A relation with the columns `enterprise_id bigint, year smallint`, each pair once. */
export type AffectedPairs = RawBuilder<unknown>;

export function pairsOf(pairs: readonly { enterpriseId: number; year: number }[]): AffectedPairs {
  const once = new Map(pairs.map((pair) => [`${pair.enterpriseId}/${pair.year}`, pair]));
  const ids = [...once.values()].map((pair) => pair.enterpriseId);
  const years = [...once.values()].map((pair) => pair.year);
  return sql`unnest(${ids}::bigint[], ${years}::smallint[]) as affected (enterprise_id, year)`;
}

/**
 * Works out anew what is held true for these enterprises and years: of each fact, the value of the most trusted source,
 * and of its records the latest. Then conflicts, and the figures that lists show.
 */
export async function resolve(
  tx: Tx,
  affected: AffectedPairs,
  options: ResolveOptions,
): Promise<{ conflictsOpened: number; changedEnterprises: number }> {
  await sql`
    delete from snapshot using ${affected}
    where snapshot.enterprise_id = affected.enterprise_id and snapshot.year = affected.year
      and not exists (
        select from statement s where s.enterprise_id = affected.enterprise_id and s.year = affected.year)`.execute(tx);
  const changed = await sql<{ enterprise_id: number }>`
    with said as materialized (
      select s.enterprise_id, s.year, s.district, s.facts, source.precedence, s.stated_at, s.id,
        count(*) over (partition by s.enterprise_id, s.year) as records
      from ${affected}
      join statement s on s.enterprise_id = affected.enterprise_id and s.year = affected.year
      join source on source.id = s.source
    ), resolved as (
      select enterprise_id, year, district, facts from said where records = 1
      union all
      -- Of equal keys jsonb_object_agg keeps the last: the most trusted, then the latest.
      select enterprise_id, year, min(district), jsonb_object_agg(key, value order by precedence, stated_at, id)
      from said cross join lateral jsonb_each(facts)
      where records > 1
      group by enterprise_id, year
    )
    insert into snapshot (enterprise_id, year, district, facts)
    select enterprise_id, year, district, facts from resolved
    on conflict (enterprise_id, year) do update set facts = excluded.facts, district = excluded.district
    where snapshot.facts is distinct from excluded.facts
    returning enterprise_id`.execute(tx);
  const conflictsOpened = await reconsiderConflicts(tx, affected, options);
  await showFigures(tx, affected, options.figuresYear);
  return { conflictsOpened, changedEnterprises: new Set(changed.rows.map((row) => row.enterprise_id)).size };
}
