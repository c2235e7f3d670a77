import type { Inputs } from '@forest/api';
import { type Action, type Actor, scopeCondition } from '@forest/domain';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import { enterpriseColumns, scopeWhere } from '../../platform/scope-where.ts';
import { searchWord } from '../enterprise/identity.ts';
import { heldOn } from '../factsets/validity.ts';
import { codeRanges, type Industries } from '../vocabulary/industries.ts';

type List = Inputs['registry']['enterprises']['list'];
export type EnterpriseFilter = Omit<List, 'page' | 'pageSize' | 'sort' | 'order'>;

export interface FilterWorld {
  actor: Actor;
  /** All of them must be allowed. */
  actions: readonly Action[];
  today: string;
  industries: Industries;
}

/**
 * The WHERE of a list over table alias `e`: what the viewer may see, and of that what is asked for. Page, total and
 * export are all made from this one condition.
 */
export async function enterpriseWhere(
  db: Db,
  filter: EnterpriseFilter,
  world: FilterWorld,
): Promise<RawBuilder<SqlBool>> {
  const { actor, actions, today, industries } = world;
  const parts: RawBuilder<SqlBool>[] = [
    ...actions.map((action) => scopeWhere(scopeCondition(actor, action), enterpriseColumns('e'))),
    // Merged ones are shown only to those who ask for them by name.
    filter.state?.length ? sql<SqlBool>`e.state = any(${filter.state})` : sql<SqlBool>`e.state <> 'merged'`,
  ];
  if (filter.state?.length && !filter.state.includes('merged')) parts.push(sql<SqlBool>`e.state <> 'merged'`);
  const word = filter.q ? searchWord(filter.q) : '';
  if (word) parts.push(matches(word));
  if (filter.unit?.length) {
    // Looked up first: the planner estimates a list of paths well and a subquery badly.
    const units = await db.selectFrom('organisation_unit').select('path').where('id', 'in', filter.unit).execute();
    parts.push(sql<SqlBool>`e.unit_paths && ${units.map((unit) => unit.path)}::text[]`);
  }
  if (filter.industry?.length) {
    const ranges = codeRanges(filter.industry.flatMap((one) => industries.prefixesOf(one)));
    const inRange = ranges.map(
      ([from, to]) => sql`(e.industry_code collate "C" >= ${from} and e.industry_code collate "C" < ${to})`,
    );
    parts.push(sql<SqlBool>`(${sql.join(inRange, sql` or `)})`);
  }
  // As an array, found first: few hold a certificate, and the planner would look for them name by name.
  if (filter.holds?.length)
    parts.push(sql<SqlBool>`e.id = any(array(
      select q.enterprise_id from qualification q where q.kind = any(${filter.holds}) and ${heldOn(today)}))`);
  if (filter.codeStatus?.length) parts.push(sql<SqlBool>`e.code_status = any(${filter.codeStatus})`);
  if (filter.registeredFrom) parts.push(sql<SqlBool>`e.registered_on >= ${filter.registeredFrom}::date`);
  if (filter.registeredTo) parts.push(sql<SqlBool>`e.registered_on <= ${filter.registeredTo}::date`);
  if (filter.revenueMin !== undefined) parts.push(sql<SqlBool>`e.revenue >= ${filter.revenueMin}::numeric`);
  if (filter.revenueMax !== undefined) parts.push(sql<SqlBool>`e.revenue <= ${filter.revenueMax}::numeric`);
  if (filter.needsReview !== undefined) {
    const open = sql`exists (select from review_item r where r.enterprise_id = e.id and r.state = 'open')`;
    parts.push(filter.needsReview ? sql<SqlBool>`${open}` : sql<SqlBool>`not ${open}`);
  }
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`;
}

/**
 * Text search on any part of a name or code. Three letters and more are found by trigrams, one or two (most Chinese
 * short names) by single characters, a whole code by itself.
 */
function matches(word: string): RawBuilder<SqlBool> {
  if (/^[0-9A-Z]{18}$/.test(word)) return sql<SqlBool>`e.credit_code = ${word}`;
  const like = sql<SqlBool>`e.search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`;
  const characters = [...word];
  return characters.length > 2
    ? like
    : sql<SqlBool>`(string_to_array(e.search_text, null) @> ${characters}::text[] and ${like})`;
}
