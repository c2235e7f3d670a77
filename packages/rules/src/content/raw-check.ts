import { z } from 'zod';

/** A number, or text: a literal with its unit (`5000 万元`), an ISO date, or a FEEL expression. */
export const termSchema = z.union([z.number(), z.string().min(1)]);
export type RawTerm = z.infer<typeof termSchema>;

const bounds = {
  atMost: termSchema.optional(),
  lessThan: termSchema.optional(),
  atLeast: termSchema.optional(),
  moreThan: termSchema.optional(),
  equals: termSchema.optional(),
};

/** One band of a banded threshold: one bound (or a pair) on the `by` measure and the value required there. */
export const bandSchema = z.union([
  z.strictObject({ ...bounds, value: termSchema }),
  z.strictObject({ when: z.lazy((): z.ZodType<RawCheck> => checkSchema), value: termSchema }),
  z.strictObject({ otherwise: termSchema }),
]);
export type RawBand = z.infer<typeof bandSchema>;

const thresholdSchema = z.union([
  z.strictObject({ measure: termSchema, value: termSchema }),
  z.strictObject({ measure: termSchema, by: termSchema.optional(), bands: z.array(bandSchema).min(1) }),
]);
export type RawThreshold = z.infer<typeof thresholdSchema>;

const span = { days: termSchema.optional(), months: termSchema.optional(), years: termSchema.optional() };
const withinSchema = z.strictObject({ date: termSchema, of: termSchema.optional(), ...span });
const ageSchema = z.strictObject({
  date: termSchema,
  of: termSchema.optional(),
  ...span,
  orEqual: z.boolean().optional(),
});
const dateBoundSchema = z.strictObject({ date: termSchema, value: termSchema });
const listSchema = z.strictObject({ fact: z.string(), values: z.array(z.union([z.string(), z.number()])).min(1) });
const rateBounds = {
  atLeast: termSchema.optional(),
  moreThan: termSchema.optional(),
  atMost: termSchema.optional(),
  lessThan: termSchema.optional(),
};
const eachYearSchema = z.strictObject({ series: termSchema, years: z.number().int().min(1).max(20), ...rateBounds });
const compoundSchema = z.strictObject({ series: termSchema, periods: z.number().int().min(1).max(20), ...rateBounds });
const scoreSchema = z.strictObject({ of: z.string(), ...rateBounds });

export interface RawChecks {
  atLeast: RawThreshold;
  moreThan: RawThreshold;
  atMost: RawThreshold;
  lessThan: RawThreshold;
  equals: RawThreshold;
  between: { measure: RawTerm; from: RawTerm; to: RawTerm };
  isTrue: string;
  isFalse: string;
  oneOf: z.infer<typeof listSchema>;
  noneOf: z.infer<typeof listSchema>;
  startsWith: z.infer<typeof listSchema>;
  notStartsWith: z.infer<typeof listSchema>;
  withinDays: z.infer<typeof withinSchema>;
  withinMonths: z.infer<typeof withinSchema>;
  notBefore: z.infer<typeof dateBoundSchema>;
  notAfter: z.infer<typeof dateBoundSchema>;
  olderThan: z.infer<typeof ageSchema>;
  youngerThan: z.infer<typeof ageSchema>;
  growthEachYear: z.infer<typeof eachYearSchema>;
  eachYear: z.infer<typeof eachYearSchema>;
  compoundGrowth: z.infer<typeof compoundSchema>;
  score: z.infer<typeof scoreSchema>;
  holds: string;
  meets: string;
  all: RawCheck[];
  any: RawCheck[];
  not: RawCheck;
}

export type CheckName = keyof RawChecks;

/** Exactly one check of the palette. */
export type RawCheck = { [name in CheckName]: { [key in name]: RawChecks[name] } }[CheckName];

const checks = z.lazy(() => z.array(checkSchema).min(1));

const bodies = {
  atLeast: thresholdSchema,
  moreThan: thresholdSchema,
  atMost: thresholdSchema,
  lessThan: thresholdSchema,
  equals: thresholdSchema,
  between: z.strictObject({ measure: termSchema, from: termSchema, to: termSchema }),
  isTrue: z.string(),
  isFalse: z.string(),
  oneOf: listSchema,
  noneOf: listSchema,
  startsWith: listSchema,
  notStartsWith: listSchema,
  withinDays: withinSchema,
  withinMonths: withinSchema,
  notBefore: dateBoundSchema,
  notAfter: dateBoundSchema,
  olderThan: ageSchema,
  youngerThan: ageSchema,
  growthEachYear: eachYearSchema,
  eachYear: eachYearSchema,
  compoundGrowth: compoundSchema,
  score: scoreSchema,
  holds: z.string(),
  meets: z.string(),
  all: checks,
  any: checks,
  not: z.lazy((): z.ZodType<RawCheck> => checkSchema),
} satisfies Record<CheckName, z.ZodType>;

export const checkNames = Object.keys(bodies) as CheckName[];

const members = checkNames.map((name) => z.strictObject({ [name]: bodies[name] }));

/** The palette: every kind of check that content may compose. */
export const checkSchema = z.union(members).meta({ id: 'Check' }) as unknown as z.ZodType<RawCheck>;
