import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  confidence,
  enterpriseId,
  factValue,
  flag,
  isoDate,
  listOf,
  pageOf,
  paging,
  sortOrder,
  text,
  verdict,
} from './common.ts';

/** Contract of the ladder 梯队培育: censuses, verdicts with reasons, near-misses, calendar, movement. */

export const missingInput = z.object({
  fact: z.string(),
  name: text,
  unit: z.string(),
  year: z.number().int().nullable(),
});

/** The smallest change of one input that flips a criterion, all else equal. */
export const leverView = z.object({
  fact: z.string(),
  name: text,
  year: z.number().int().nullable(),
  unit: z.string(),
  /** Signed change in the fact's unit; null when no change within reason flips it. */
  change: z.number().nullable(),
  /** The day from which a time condition holds by itself. */
  metFrom: isoDate.nullable(),
  sentence: text,
});

export const criterionView = z.object({
  id: z.string(),
  title: text,
  verdict,
  /** Plain-language reading of the test. */
  rule: text,
  /** Plain-language reading of the outcome, with actual, required and gap. */
  sentence: text,
  actual: z.union([z.number(), z.string(), z.boolean()]).nullable(),
  required: z
    .object({ op: z.string(), value: z.union([z.number(), z.string(), z.boolean()]).nullable(), label: text })
    .nullable(),
  gap: z.number().nullable(),
  unit: z.string().nullable(),
  missing: z.array(missingInput),
  document: z.string(),
  article: z.string(),
  confidence,
  note: text.nullable(),
  levers: z.array(leverView),
  /** The facts read, as they stood: value, year and where it came from. */
  inputs: z.array(
    z.object({
      fact: z.string(),
      name: text,
      unit: z.string(),
      year: z.number().int().nullable(),
      value: factValue.nullable(),
      source: text.nullable(),
    }),
  ),
});

export const scoreView = z.object({
  id: z.string(),
  title: text,
  min: z.number(),
  max: z.number(),
  parts: z.array(
    z.object({
      id: z.string(),
      title: text,
      depth: z.number().int(),
      min: z.number(),
      max: z.number(),
      cap: z.number().nullable(),
      expert: z.boolean(),
    }),
  ),
});

export const growthPath = z.object({
  reachable: z.boolean(),
  changes: z.array(leverView),
  /** Criteria that no change of the enterprise's own flips, with the reason. */
  blocked: z.array(z.object({ criterion: z.string(), title: text, reason: text })),
  /** Inputs without which nobody can say. */
  missing: z.array(missingInput),
  earliest: isoDate.nullable(),
});

export const explanation = z.object({
  rule: z.string(),
  ruleName: text,
  kind: z.string(),
  tier: z.string().nullable(),
  version: z.string(),
  asOf: isoDate,
  verdict,
  since: isoDate.nullable(),
  confidence,
  grade: text.nullable(),
  scores: z.array(scoreView),
  criteria: z.array(criterionView),
  missing: z.array(missingInput),
  path: growthPath.nullable(),
});

/** Why a stored verdict changed: a fact, a rule version, or time. */
export const verdictChange = z.object({
  since: isoDate,
  until: isoDate.nullable(),
  version: z.string(),
  verdict,
  cause: text,
  changes: z.array(z.object({ criterion: z.string(), title: text, from: verdict.nullable(), to: verdict })),
});

export const boardCell = z.object({
  unitId: z.string(),
  tier: z.string(),
  held: z.number().int(),
  met: z.number().int(),
  near: z.number().int(),
});

export const ladderRow = z.object({
  enterpriseId: z.number().int(),
  name: z.string(),
  creditCode: z.string().nullable(),
  unit: text.nullable(),
  rule: z.string(),
  ruleName: text,
  verdict,
  /** Unmet criteria. */
  short: z.number().int(),
  unmet: z.array(z.object({ id: z.string(), title: text })),
  /** Relative shortfall of the furthest unmet numeric criterion, 0.05 = 5 % away; null when it is not a number. */
  effort: z.number().nullable(),
  sentence: text.nullable(),
  since: isoDate,
  held: z.boolean(),
});

const ladderFilter = z.object({
  rule: z.string(),
  unit: listOf(z.string()).optional(),
  q: z.string().trim().max(100).optional(),
  verdict: listOf(verdict).optional(),
  held: flag.optional(),
  /** Only enterprises short of exactly this criterion or more. */
  criterion: z.string().optional(),
});

export const calendarKind = z.enum(['expiry', 'duty', 'age_reached']);

export const censusView = z.object({
  id: z.number().int(),
  asOf: isoDate,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: z.number(),
  enterprises: z.number().int(),
  rules: z.number().int(),
  changed: z.number().int(),
  /** Milliseconds spent judging alone, and in all. */
  judgingMs: z.number(),
  totalMs: z.number(),
  startedAt: z.date(),
  startedBy: z.string().nullable(),
});

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
