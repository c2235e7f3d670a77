import { z } from 'zod';
import { confidenceSchema, textSchema } from '../facts/dictionary.ts';
import { checkSchema, type RawCheck, type RawTerm, termSchema } from './raw-check.ts';

const wholePoint = z.number();

/** Whole points, fixed or as the interval in which an expert decides. */
export const pointsSchema = z.union([wholePoint, z.tuple([wholePoint, wholePoint])]);
export type RawPoints = z.infer<typeof pointsSchema>;

export type RawScoreCase = { when: RawCheck; points: RawPoints } | { otherwise: RawPoints };
export type RawScoreBand =
  | { atLeast?: RawTerm; moreThan?: RawTerm; atMost?: RawTerm; lessThan?: RawTerm; equals?: RawTerm; points: RawPoints }
  | { otherwise: RawPoints };

/** A score part: points from an expert, from cases, from a banded measure, or gathered from parts below it. */
export interface RawScore {
  id?: string;
  title?: { zh: string; en: string };
  article?: string;
  note?: { zh: string; en: string };
  confidence?: z.infer<typeof confidenceSchema>;
  fact?: string;
  cap?: number;
  expert?: [number, number];
  cases?: RawScoreCase[];
  bands?: { measure: RawTerm; scale: RawScoreBand[] };
  sum?: RawScore[];
  best?: RawScore[];
}

const caseSchema = z.union([
  z.strictObject({ when: checkSchema, points: pointsSchema }),
  z.strictObject({ otherwise: pointsSchema }),
]);

const scoreBandSchema = z.union([
  z.strictObject({
    atLeast: termSchema.optional(),
    moreThan: termSchema.optional(),
    atMost: termSchema.optional(),
    lessThan: termSchema.optional(),
    equals: termSchema.optional(),
    points: pointsSchema,
  }),
  z.strictObject({ otherwise: pointsSchema }),
]);

export const scoreSchema: z.ZodType<RawScore> = z
  .strictObject({
    id: z.string().optional(),
    title: textSchema.optional(),
    article: z.string().optional(),
    note: textSchema.optional(),
    confidence: confidenceSchema.optional(),
    fact: z.string().optional(),
    cap: wholePoint.optional(),
    expert: z.tuple([wholePoint, wholePoint]).optional(),
    cases: z.array(caseSchema).min(1).optional(),
    bands: z.strictObject({ measure: termSchema, scale: z.array(scoreBandSchema).min(1) }).optional(),
    sum: z.lazy(() => z.array(scoreSchema).min(1)).optional(),
    best: z.lazy(() => z.array(scoreSchema).min(1)).optional(),
  })
  .refine(
    (score) =>
      [score.expert, score.cases, score.bands, score.sum, score.best].filter((x) => x !== undefined).length === 1,
    'a score part needs exactly one of expert, cases, bands, sum, best',
  )
  .meta({ id: 'Score' });
