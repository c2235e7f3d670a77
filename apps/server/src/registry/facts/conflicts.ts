import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import type { AffectedPairs } from './resolve.ts';
import { DECIDING_SOURCES, DEFAULT_TOLERANCE, type ResolveOptions } from './statement.ts';

/**
 * Opens a conflict for every fact and year on which the sources' latest words differ by more than the tolerance, and
 * closes those where they have come to agree. What an officer decided stays decided until a source says something that
 * it had not said before the decision.
 * @returns conflicts opened.
 */
export async function reconsiderConflicts(tx: Tx, affected: AffectedPairs, options: ResolveOptions): Promise<number> {
  const tolerance = options.tolerance ?? DEFAULT_TOLERANCE;
  const { rows } = await sql<{ opened: number }>`
    with several as materialized (
      select s.enterprise_id, s.year
      from ${affected}
      join statement s on s.enterprise_id = affected.enterprise_id and s.year = affected.year
      group by s.enterprise_id, s.year
      having min(s.source) <> max(s.source)
    ), said as materialized (
      select s.enterprise_id, s.year, s.district, s.id, s.source, s.stated_at, fact.key as fact, fact.value,
        s.source = any(${[...DECIDING_SOURCES]}) as decides
      from several
      join statement s on s.enterprise_id = several.enterprise_id and s.year = several.year
      cross join lateral jsonb_each(s.facts) as fact
    ), decision as (
      select enterprise_id, year, fact, max(id) as id from said where decides group by enterprise_id, year, fact
    ), latest as (
      select distinct on (enterprise_id, year, fact, source) *
      from said where not decides
      order by enterprise_id, year, fact, source, stated_at desc, id desc
    ), disagreement as (
      select distinct latest.enterprise_id, latest.year, latest.district, latest.fact
      from latest
      join snapshot on snapshot.enterprise_id = latest.enterprise_id and snapshot.year = latest.year
      left join decision on decision.enterprise_id = latest.enterprise_id and decision.year = latest.year
        and decision.fact = latest.fact
      where not ${agree(sql`latest.value`, sql`snapshot.facts -> latest.fact`, tolerance)}
        and (decision.id is null or (latest.id > decision.id and not exists (
          select from said earlier
          where earlier.enterprise_id = latest.enterprise_id and earlier.year = latest.year
            and earlier.fact = latest.fact and earlier.source = latest.source
            and earlier.id < decision.id and earlier.value = latest.value)))
    ), closed as (
      update conflict set state = 'settled', settled_at = now(), reason = '来源已一致'
      from ${affected}
      where conflict.enterprise_id = affected.enterprise_id and conflict.year = affected.year
        and conflict.state = 'open'
        and not exists (
          select from disagreement d
          where d.enterprise_id = conflict.enterprise_id and d.year = conflict.year and d.fact = conflict.fact)
    ), opened as (
      insert into conflict (enterprise_id, district, year, fact)
      select enterprise_id, district, year, fact from disagreement
      on conflict (enterprise_id, year, fact) where state = 'open' do nothing
      returning 1
    )
    select count(*) as opened from opened`.execute(tx);
  return rows[0]?.opened ?? 0;
}

function agree(left: ReturnType<typeof sql>, right: ReturnType<typeof sql>, tolerance: number) {
  return sql`case
    when jsonb_typeof(${left}) = 'number' and jsonb_typeof(${right}) = 'number' then
      abs((${left})::numeric - (${right})::numeric)
        <= ${tolerance}::numeric * greatest(abs((${left})::numeric), abs((${right})::numeric))
    else ${left} = ${right} end`;
}
