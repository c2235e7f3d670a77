import { type Actor, scopeCondition } from '@forest/domain';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { enterpriseColumns, scopeWhere } from '../../platform/scope-where.ts';

/** Enterprises (alias `e`) whose verdicts the viewer may see; part of the WHERE of every list and total here. */
export function visible(user: Actor): RawBuilder<SqlBool> {
  return scopeWhere(scopeCondition(user, 'verdict.read'), enterpriseColumns('e'));
}

/** Enterprises (alias `e`) in one of these units' subtrees. */
export function inUnits(units: readonly string[] | undefined): RawBuilder<SqlBool> {
  if (!units?.length) return sql<SqlBool>`true`;
  return sql<SqlBool>`e.unit_paths && array(select path from organisation_unit where id = any(${units}))`;
}

/** Name of the narrowest unit of enterprise `e`, for a list's column. */
export const unitName = sql`(
  select u.name from organisation_unit u
  where u.id in (e.carrier_id, e.park_id, e.subdistrict_id)
  order by case u.kind when 'carrier' then 0 when 'park' then 1 else 2 end limit 1)`;

/** Escapes what LIKE would read as a wildcard. */
export function likePart(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
