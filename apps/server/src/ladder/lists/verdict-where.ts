import type { Inputs } from '@forest/api';
import { type Actor, scopeCondition } from '@forest/domain';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Content } from '../../platform/content/index.ts';
import { heldOn, searchWord } from '../../registry/index.ts';
import { tierOfRule } from '../tiers.ts';
import { inUnits, likePart, visible } from './visible.ts';

type List = Inputs['ladder']['list'];
export type VerdictFilter = Pick<List, 'rule' | 'unit' | 'q' | 'verdict' | 'held' | 'criterion'>;

export interface VerdictCondition {
  where: RawBuilder<SqlBool>;
  /** False when the condition is about the verdict alone, so that a total need not look at enterprises. */
  readsEnterprise: boolean;
}

/** Current verdicts (alias `v`) of one rule on visible enterprises (alias `e`). */
export function verdictWhere(
  filter: VerdictFilter,
  { user, content, today }: { user: Actor; content: Content; today: string },
): VerdictCondition {
  const scope = scopeCondition(user, 'verdict.read');
  const parts: RawBuilder<SqlBool>[] = [sql<SqlBool>`v.until is null and v.rule = ${filter.rule}`];
  const aboutEnterprise: RawBuilder<SqlBool>[] = [];
  // Whole districts are told by the verdict's own column, which stands in its index.
  const byDistrict = scope.kind === 'anyOf' && scope.unitPaths.length === 0 && scope.enterpriseIds.length === 0;
  if (byDistrict) parts.push(sql<SqlBool>`v.district = any(${[...scope.districts]}::text[])`);
  else if (scope.kind !== 'all') aboutEnterprise.push(visible(user));
  if (filter.verdict?.length) parts.push(sql<SqlBool>`v.verdict = any(${filter.verdict}::text[])`);
  if (filter.criterion) parts.push(shortOf(filter.rule, filter.criterion, content));
  if (filter.unit?.length) aboutEnterprise.push(inUnits(filter.unit));
  if (filter.q) aboutEnterprise.push(sql<SqlBool>`e.search_text like ${likePart(searchWord(filter.q))}`);
  if (filter.held !== undefined) {
    const has = held(filter.rule, content, today);
    parts.push(filter.held ? has : sql<SqlBool>`not ${has}`);
  }
  return {
    where: sql<SqlBool>`${sql.join([...parts, ...aboutEnterprise], sql` and `)}`,
    readsEnterprise: aboutEnterprise.length > 0,
  };
}

/** Whether the enterprise of verdict `v` holds a valid certificate of the rule's rung. */
export function held(rule: string, content: Content, today: string): RawBuilder<SqlBool> {
  const tier = tierOfRule(content, rule);
  if (!tier) return sql<SqlBool>`false`;
  return sql<SqlBool>`exists (
    select from qualification q
    where q.enterprise_id = v.enterprise_id and q.kind = ${tier.kind} and ${heldOn(today)})`;
}

/** Versions number their criteria differently, so each has its own bit. */
function shortOf(rule: string, criterion: string, content: Content): RawBuilder<SqlBool> {
  const versions = content.library.rules.get(rule)?.rule.versions ?? [];
  const tests = versions.flatMap((version) => {
    const index = version.criteria.findIndex((one) => one.id === criterion);
    return index < 0 ? [] : [sql<SqlBool>`(v.version = ${version.id} and v.not_mask & ${1 << index}::int <> 0)`];
  });
  return tests.length > 0 ? sql<SqlBool>`(${sql.join(tests, sql` or `)})` : sql<SqlBool>`false`;
}
