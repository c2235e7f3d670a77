import type { Inputs, Outputs } from '@forest/api';
import { type RawBuilder, sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { notFound } from '../../platform/fault.ts';
import { todayOf } from '../../registry/index.ts';
import type { UseCase } from '../use-case.ts';
import { verdictRows } from './verdict-rows.ts';
import { type VerdictCondition, verdictWhere } from './verdict-where.ts';

type Page = Outputs['ladder']['list'];
type Sorting = Pick<Inputs['ladder']['list'], 'sort' | 'order' | 'page' | 'pageSize'>;

/** What one rule says of the enterprises that the viewer may see. */
export async function listVerdicts(input: Inputs['ladder']['list'], context: UseCase): Promise<Page> {
  authoriseAnywhere(context.user, 'verdict.read');
  requireRule(input.rule, context);
  const today = todayOf(context.clock);
  const condition = verdictWhere(input, { ...context, today });
  return pageOf(condition, input, input.rule, today, context);
}

/** Enterprises one criterion short, or whose every unmet number lies within some per cent. */
export async function listNearMisses(input: Inputs['ladder']['nearMiss'], context: UseCase): Promise<Page> {
  authoriseAnywhere(context.user, 'verdict.read');
  requireRule(input.rule, context);
  const today = todayOf(context.clock);
  const { where, readsEnterprise } = verdictWhere(input, { ...context, today });
  const near =
    input.withinPercent === undefined
      ? sql`v.verdict = 'not_met' and v.short = 1 and v.unsure = 0`
      : sql`v.verdict = 'not_met' and v.unsure = 0 and v.effort <= ${input.withinPercent / 100}::real`;
  const condition: VerdictCondition = { where: sql`${where} and ${near}`, readsEnterprise };
  return pageOf(condition, input, input.rule, today, context);
}

export function requireRule(rule: string, { content }: Pick<UseCase, 'content'>): void {
  if (!content.library.rules.has(rule)) throw notFound({ zh: `规则 ${rule}`, en: `rule ${rule}` });
}

async function pageOf(
  { where, readsEnterprise }: VerdictCondition,
  sorting: Sorting,
  rule: string,
  today: string,
  { db, content }: UseCase,
): Promise<Page> {
  const counted = readsEnterprise ? sql`verdict v join enterprise e on e.id = v.enterprise_id` : sql`verdict v`;
  const [ids, total] = await Promise.all([
    sql<{ id: number }>`
      select e.id from verdict v join enterprise e on e.id = v.enterprise_id where ${where}
      order by ${orderOf(sorting)} limit ${sorting.pageSize} offset ${(sorting.page - 1) * sorting.pageSize}`.execute(
      db,
    ),
    sql<{ n: number }>`select count(*) as n from ${counted} where ${where}`.execute(db),
  ]);
  const rows = await verdictRows(
    db,
    ids.rows.map((row) => row.id),
    { rule, content, today },
  );
  return { rows, total: total.rows[0]!.n };
}

/** Those without a distance in numbers come last; equal ones by id, so that pages never overlap. */
function orderOf({ sort, order }: Sorting): RawBuilder<unknown> {
  const direction = sql.raw(order);
  if (sort === 'effort') return sql`v.effort ${direction} nulls last, e.id ${direction}`;
  if (sort === 'since') return sql`v.since ${direction}, e.id ${direction}`;
  return sql`e.name collate "zh-x-icu" ${direction}, e.id ${direction}`;
}
