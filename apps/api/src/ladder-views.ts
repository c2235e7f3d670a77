import { z } from 'zod';
import { confidence, factValue, flag, isoDate, listOf, text, verdict } from './common.ts';

/** What the contract of the ladder says of its subjects; the calls are in ladder.ts. */

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

export const ladderFilter = z.object({
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
