import { z } from 'zod';
import { confidenceSchema, textSchema } from '../facts/dictionary.ts';
import { checkSchema, termSchema } from './raw-check.ts';
import { scoreSchema } from './raw-score.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const word = z.union([z.string().min(1), z.number()]).transform(String);

export const measureSchema = z.union([
  termSchema,
  z.strictObject({ 'each year': termSchema, name: textSchema.optional() }),
  z.strictObject({ value: termSchema, name: textSchema.optional() }),
]);
export type RawMeasure = z.infer<typeof measureSchema>;

const leverSchema = z.union([
  z.string(),
  z.strictObject({ fact: z.string(), direction: z.enum(['up', 'down']).optional(), step: termSchema.optional() }),
]);

/** A criterion id, or all/any over such. */
export type RawOutcome = string | { all: RawOutcome[] } | { any: RawOutcome[] };
export const outcomeSchema: z.ZodType<RawOutcome> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.strictObject({ all: z.array(outcomeSchema).min(1) }),
      z.strictObject({ any: z.array(outcomeSchema).min(1) }),
    ]),
  )
  .meta({ id: 'Outcome' });

const criterionSchema = z.strictObject({
  id: z.string(),
  title: textSchema,
  article: z.string().optional(),
  confidence: confidenceSchema.optional(),
  check: checkSchema,
  levers: z.array(leverSchema).optional(),
  note: textSchema.optional(),
});
export type RawCriterion = z.infer<typeof criterionSchema>;

const versionSchema = z.strictObject({
  id: word,
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullish(),
  confidence: confidenceSchema.optional(),
  verifiedBy: z.string().nullish(),
  verifiedOn: isoDate.nullish(),
  note: textSchema.optional(),
  validity: z.looseObject({}).optional(),
  duties: z.array(z.looseObject({ id: z.string(), title: textSchema })).optional(),
  measures: z.record(z.string(), measureSchema).optional(),
  criteria: z.array(criterionSchema).min(1).max(30),
  scores: z.record(z.string(), scoreSchema).optional(),
  outcome: outcomeSchema.optional(),
  grades: z.array(z.strictObject({ id: z.string(), name: textSchema, when: outcomeSchema })).optional(),
});
export type RawVersion = z.infer<typeof versionSchema>;

const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const verdict = z.enum(['met', 'not_met', 'unknown']);

const testSchema = z.strictObject({
  name: z.string(),
  version: word.optional(),
  asOf: isoDate,
  facts: z.strictObject({
    enterprise: z.record(z.string(), factValue).optional(),
    years: z.record(z.string(), z.record(z.string(), factValue)).optional(),
  }),
  expect: z.strictObject({
    verdict: verdict.optional(),
    criteria: z.record(z.string(), verdict).optional(),
    actual: z.record(z.string(), z.number().nullable()).optional(),
    gap: z.record(z.string(), z.number().nullable()).optional(),
    scores: z.record(z.string(), z.union([z.number(), z.tuple([z.number(), z.number()])])).optional(),
    grade: z.string().nullable().optional(),
    missing: z.array(z.string()).optional(),
  }),
});
export type RawTest = z.infer<typeof testSchema>;

/** One rule document, `content/<jurisdiction>/rules/<id>.yaml`, with all its versions and its tests. */
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by hyphens'),
  name: textSchema,
  kind: z.enum(['qualification', 'policy', 'evaluation']),
  subject: z.enum(['enterprise', 'carrier', 'institution']),
  tier: z.string().optional(),
  issuer: textSchema.optional(),
  summary: textSchema.optional(),
  note: textSchema.optional(),
  documents: z
    .record(
      z.string(),
      z.strictObject({
        number: z.string().optional(),
        title: z.string(),
        url: z.string().optional(),
        note: textSchema.optional(),
      }),
    )
    .optional(),
  versions: z.array(versionSchema).min(1),
  tests: z.array(testSchema).optional(),
});
export type RawRule = z.infer<typeof ruleSchema>;
