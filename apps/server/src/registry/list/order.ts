import type { Inputs } from '@forest/api';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

type List = Inputs['registry']['enterprises']['list'];

const columns: Record<Exclude<List['sort'], 'name'>, string> = {
  creditCode: 'credit_code',
  registeredOn: 'registered_on',
  revenue: 'revenue',
  rd: 'rd',
  staff: 'staff',
  updatedAt: 'updated_at',
};

/** Their indexes hold known values only. */
const figures: readonly List['sort'][] = ['revenue', 'rd', 'staff'];

/**
 * Ids of one page. Unknown values come last in both directions. Each index is kept in descending order with unknown
 * last; read backwards it begins with the unknown, so an ascending page is the known ones followed by the unknown, and
 * so is every page by a figure.
 */
export function pageOfIds(
  where: RawBuilder<SqlBool>,
  { sort, order, page, pageSize }: Pick<List, 'sort' | 'order' | 'page' | 'pageSize'>,
): RawBuilder<{ id: number }> {
  const offset = (page - 1) * pageSize;
  if (sort === 'name') {
    const direction = sql.raw(order);
    return sql`
      select e.id from enterprise e where ${where}
      order by e.name collate "zh-x-icu" ${direction}, e.id ${direction} limit ${pageSize} offset ${offset}`;
  }
  const column = sql.ref(`e.${columns[sort]}`);
  if (order === 'desc' && !figures.includes(sort))
    return sql`
      select e.id from enterprise e where ${where}
      order by ${column} desc nulls last, e.id desc limit ${pageSize} offset ${offset}`;
  const upTo = offset + pageSize;
  const direction = sql.raw(order);
  const nulls = sql.raw(order === 'asc' ? 'first' : 'last');
  return sql`
    select id from (
      (select e.id, 0 as part, row_number() over () as place from (
        select e.id from enterprise e where ${where} and ${column} is not null
        order by ${column} ${direction} nulls ${nulls}, e.id ${direction} limit ${upTo}) e)
      union all
      (select e.id, 1 as part, row_number() over () as place from (
        select e.id from enterprise e where ${where} and ${column} is null order by e.id ${direction} limit ${upTo}) e)
    ) both_parts order by part, place limit ${pageSize} offset ${offset}`;
}
