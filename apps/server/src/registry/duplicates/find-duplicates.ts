import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';

export interface DuplicateSearch {
  district: string;
  /** Only pairs with one of these; null = the whole district. */
  ids: readonly number[] | null;
}

/** Names below this trigram similarity are different names. */
const SIMILAR = 0.5;
/** A hundred firms at one address are an incubator, and the address says nothing. */
const CROWDED = 60;

/** What tells one name from another: without place, legal form and brackets. */
const core = (table: 'a' | 'b') => sql`regexp_replace(${sql.ref(`${table}.name_key`)},
  '[()]|江苏省?|南京市?|有限责任公司|股份有限公司|有限公司|分公司|公司', '', 'g')`;

interface Clue {
  score: number;
  zh: string;
  en: string;
  join: RawBuilder<unknown>;
}

const clues: readonly Clue[] = [
  {
    score: 1,
    zh: '统一社会信用代码相同',
    en: 'Same credit code',
    join: sql`b.credit_code = a.credit_code`,
  },
  { score: 0.95, zh: '名称相同', en: 'Same name', join: sql`b.name_key = a.name_key` },
  {
    score: 0.8,
    zh: '名称相近且地址相同',
    en: 'Similar name at the same address',
    join: sql`b.address_key = a.address_key and a.address_key in (
        select address_key from enterprise where district = a.district and address_key = a.address_key
        group by address_key having count(*) <= ${CROWDED})
      and similarity(${core('a')}, ${core('b')}) >= ${SIMILAR}::real`,
  },
];

/**
 * Looks for enterprises that may be one and the same and keeps the pairs, each with its reasons. What somebody said to
 * be different stays so; open pairs that no longer look alike go.
 * @returns pairs now open among those searched.
 */
export async function findDuplicates(tx: Tx, { district, ids }: DuplicateSearch): Promise<number> {
  const about = ids === null ? sql`true` : sql`a.id = any(${ids}::bigint[])`;
  const each = ids === null ? sql`a.id < b.id` : sql`a.id <> b.id`;
  const byPair = clues.map(
    ({ score, zh, en, join }) => sql`
      select a.id as one, b.id as other, ${score}::real as score, ${JSON.stringify({ zh, en })}::jsonb as reason
      from enterprise a join enterprise b on b.district = a.district and ${join}
      where a.district = ${district} and a.state <> 'merged' and b.state <> 'merged' and ${each} and ${about}`,
  );
  const { rows } = await sql<{ open: number }>`
    with hint as (
      ${sql.join([...byPair, formerName(district, about), samePhone(district, about, each)], sql` union all `)}
    ), pair as (
      select least(one, other) as left_id, greatest(one, other) as right_id,
        least(1, max(score) + 0.02 * (count(distinct reason) - 1)) as score, jsonb_agg(distinct reason) as reasons
      from hint where one <> other group by 1, 2
    ), gone as (
      delete from duplicate_pair d
      where d.district = ${district} and d.state = 'open'
        and ${ids === null ? sql`true` : sql`(d.left_id = any(${ids}::bigint[]) or d.right_id = any(${ids}::bigint[]))`}
        and not exists (select from pair p where p.left_id = d.left_id and p.right_id = d.right_id)
        -- Of a merged one nothing is found, and nothing forgotten: the merge may be undone.
        and not exists (select from enterprise e where e.id in (d.left_id, d.right_id) and e.state = 'merged')
    ), kept as (
      insert into duplicate_pair (left_id, right_id, district, score, reasons)
      select left_id, right_id, ${district}, score, reasons from pair
      on conflict (left_id, right_id) do update set score = excluded.score, reasons = excluded.reasons
      returning state
    )
    select count(*) filter (where state = 'open') as open from kept`.execute(tx);
  return rows[0]!.open;
}

function formerName(district: string, about: RawBuilder<unknown>): RawBuilder<unknown> {
  const reason = { zh: '一家的曾用名是另一家的名称', en: 'A former name of one is the name of the other' };
  return sql`
    select a.id as one, b.id as other, 0.85::real as score, ${JSON.stringify(reason)}::jsonb as reason
    from enterprise_name n join enterprise a on a.id = n.enterprise_id
    join enterprise b on b.district = n.district and b.name = n.name
    where n.district = ${district} and a.state <> 'merged' and b.state <> 'merged' and a.id <> b.id and n.merge_id is null
      and (${about} or ${sql`b.id`} in (select id from enterprise a where a.district = ${district} and ${about}))`;
}

function samePhone(district: string, about: RawBuilder<unknown>, each: RawBuilder<unknown>): RawBuilder<unknown> {
  const reason = { zh: '名称相近且联系电话相同', en: 'Similar name and the same phone' };
  return sql`
    select a.id as one, b.id as other, 0.8::real as score, ${JSON.stringify(reason)}::jsonb as reason
    from contact c join enterprise a on a.id = c.enterprise_id
    join contact d on d.district = c.district and d.phone = c.phone join enterprise b on b.id = d.enterprise_id
    where c.district = ${district} and a.state <> 'merged' and b.state <> 'merged' and ${each} and ${about}
      and similarity(${core('a')}, ${core('b')}) >= ${SIMILAR}::real`;
}
