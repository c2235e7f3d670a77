import type { ScopeCondition } from '@forest/domain';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/** The columns of a table (or expressions) that a scope condition is read against. */
export interface ScopeColumns {
  district: Expression<unknown> | RawBuilder<unknown>;
  /** One or more columns with a unit path; a row fits when any of them lies below the unit. */
  unitPaths?: readonly (Expression<unknown> | RawBuilder<unknown>)[];
  /** A text[] column with the paths of all units of the row and of all units above them: one indexed overlap test. */
  unitPathSet?: Expression<unknown> | RawBuilder<unknown>;
  /** Leave out where rows do not belong to an enterprise. */
  enterpriseId?: Expression<unknown> | RawBuilder<unknown>;
}

/** Columns of an enterprise row as the registry keeps them. */
export function enterpriseColumns(table = 'enterprise'): ScopeColumns {
  return {
    district: sql.ref(`${table}.district`),
    unitPathSet: sql.ref(`${table}.unit_paths`),
    enterpriseId: sql.ref(`${table}.id`),
  };
}

/**
 * A scope condition as SQL for a WHERE.
 * @example db.selectFrom('enterprise').where(scopeWhere(scopeCondition(user, 'enterprise.read'), enterpriseColumns()))
 */
export function scopeWhere(condition: ScopeCondition, columns: ScopeColumns): RawBuilder<SqlBool> {
  if (condition.kind === 'all') return sql<SqlBool>`true`;
  if (condition.kind === 'none') return sql<SqlBool>`false`;
  const parts: RawBuilder<SqlBool>[] = [];
  const { districts, unitPaths, enterpriseIds } = condition;
  if (districts.length) parts.push(sql<SqlBool>`${columns.district} in (${sql.join(districts)})`);
  for (const prefix of unitPaths)
    for (const column of columns.unitPaths ?? []) parts.push(sql<SqlBool>`${column} like ${likePrefix(prefix)}`);
  if (unitPaths.length && columns.unitPathSet)
    parts.push(sql<SqlBool>`${columns.unitPathSet} && ${[...unitPaths]}::text[]`);
  if (enterpriseIds.length && columns.enterpriseId)
    parts.push(sql<SqlBool>`${columns.enterpriseId} in (${sql.join(enterpriseIds)})`);
  return parts.length ? sql<SqlBool>`(${sql.join(parts, sql` or `)})` : sql<SqlBool>`false`;
}

/** Unit ids hold neither % nor _, but a pattern should not depend on that. */
function likePrefix(path: string): string {
  return `${path.replace(/[\\%_]/g, '\\$&')}%`;
}
