import { oc } from '@orpc/contract';
import { z } from 'zod';
import { enterpriseId, factValue, isoDate, listOf, pageOf, paging, sortOrder, text } from './common.ts';
import {
  boardCell,
  calendarKind,
  censusView,
  explanation,
  ladderFilter,
  ladderRow,
  verdictChange,
} from './ladder-views.ts';

/** Contract of the ladder 梯队培育: censuses, verdicts with reasons, near-misses, calendar, movement. */
export const ladder = {
  census: {
    run: oc
      .route({ method: 'POST', path: '/censuses', summary: '启动普查' })
      .input(z.object({ asOf: isoDate }))
      .output(z.object({ id: z.number().int(), jobId: z.string() })),
    list: oc.route({ method: 'GET', path: '/censuses', summary: '普查记录' }).input(paging).output(pageOf(censusView)),
    cancel: oc
      .route({ method: 'POST', path: '/censuses/{id}/cancel', summary: '取消普查' })
      .input(z.object({ id: z.coerce.number().int() }))
      .output(z.object({ ok: z.boolean() })),
  },
  board: oc
    .route({ method: 'GET', path: '/ladder/board', summary: '梯队看板' })
    .input(z.object({ asOf: isoDate.optional(), unit: z.string().optional() }))
    .output(
      z.object({
        asOf: isoDate.nullable(),
        tiers: z.array(z.object({ id: z.string(), name: text, rule: z.string().nullable() })),
        units: z.array(z.object({ id: z.string(), name: text, kind: z.string() })),
        cells: z.array(boardCell),
        /** Year-end counts of valid holders by tier. */
        years: z.array(z.object({ year: z.number().int(), tier: z.string(), held: z.number().int() })),
      }),
    ),
  list: oc
    .route({ method: 'GET', path: '/ladder/verdicts', summary: '按规则的判定名单' })
    .input(
      ladderFilter
        .extend(paging.shape)
        .extend({ sort: z.enum(['name', 'effort', 'since']).default('name'), order: sortOrder.default('asc') }),
    )
    .output(pageOf(ladderRow)),
  nearMiss: oc
    .route({ method: 'GET', path: '/ladder/near-misses', summary: '一步之遥' })
    .input(
      ladderFilter
        .omit({ verdict: true })
        .extend(paging.shape)
        .extend({
          withinPercent: z.coerce.number().min(0).max(100).optional(),
          sort: z.enum(['effort', 'name', 'since']).default('effort'),
          order: sortOrder.default('asc'),
        }),
    )
    .output(pageOf(ladderRow)),
  calendar: oc
    .route({ method: 'GET', path: '/ladder/calendar', summary: '到期与年报日历' })
    .input(
      paging.extend({
        from: isoDate,
        to: isoDate,
        unit: listOf(z.string()).optional(),
        kind: listOf(calendarKind).optional(),
      }),
    )
    .output(
      pageOf(
        z.object({
          on: isoDate,
          kind: calendarKind,
          enterpriseId: z.number().int(),
          name: z.string(),
          unit: text.nullable(),
          title: text,
          article: z.string().nullable(),
          light: z.enum(['normal', 'warning', 'overdue']),
        }),
      ),
    ),
  movement: oc
    .route({ method: 'GET', path: '/ladder/movement', summary: '入、升、退' })
    .input(
      paging.extend({
        from: isoDate,
        to: isoDate,
        rule: z.string().optional(),
        unit: listOf(z.string()).optional(),
        kind: z.enum(['entered', 'left']).optional(),
      }),
    )
    .output(
      pageOf(
        z.object({
          on: isoDate,
          enterpriseId: z.number().int(),
          name: z.string(),
          unit: text.nullable(),
          rule: z.string(),
          ruleName: text,
          kind: z.enum(['entered', 'left']),
          cause: text,
        }),
      ).extend({
        summary: z.array(
          z.object({ rule: z.string(), ruleName: text, entered: z.number().int(), left: z.number().int() }),
        ),
      }),
    ),
  /** All rules for one enterprise, judged now, with what the last census stored as `since`. */
  enterprise: oc
    .route({ method: 'GET', path: '/enterprises/{id}/verdicts', summary: '一企的全部判定' })
    .input(z.object({ id: enterpriseId, asOf: isoDate.optional() }))
    .output(
      z.array(explanation.omit({ criteria: true, path: true }).extend({ short: z.number().int(), headline: text })),
    ),
  explain: oc
    .route({ method: 'POST', path: '/enterprises/{id}/verdicts/{rule}', summary: '判定说明与假设测算' })
    .input(
      z.object({
        id: enterpriseId,
        rule: z.string(),
        asOf: isoDate.optional(),
        /** What-if values, by fact and year (null = standing); nothing is stored. */
        overrides: z
          .array(z.object({ fact: z.string(), year: z.number().int().nullable(), value: factValue.nullable() }))
          .max(200)
          .default([]),
      }),
    )
    .output(explanation),
  history: oc
    .route({ method: 'GET', path: '/enterprises/{id}/verdicts/{rule}/history', summary: '判定沿革' })
    .input(z.object({ id: enterpriseId, rule: z.string() }))
    .output(z.array(verdictChange)),
};
