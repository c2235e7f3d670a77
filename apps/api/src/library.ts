import { oc } from '@orpc/contract';
import { z } from 'zod';
import { confidence, factValue, isoDate, text, verdict } from './common.ts';

/** Contract of the rule library: every rule readable, cited, versioned, with its test cases. */

export const ruleHead = z.object({
  id: z.string(),
  name: text,
  kind: z.enum(['qualification', 'policy', 'evaluation']),
  subject: z.string(),
  jurisdiction: z.string(),
  issuer: text,
  tier: z.string().nullable(),
  versions: z.array(z.object({ id: z.string(), effectiveFrom: isoDate, effectiveTo: isoDate.nullable(), confidence })),
  inForce: z.string().nullable(),
  criteria: z.number().int(),
  tests: z.number().int(),
});

const criterionText = z.object({
  id: z.string(),
  title: text,
  sentence: text,
  document: z.string(),
  article: z.string(),
  confidence,
  note: text.nullable(),
  facts: z.array(z.string()),
});

export const ruleVersion = z.object({
  id: z.string(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
  confidence,
  verifiedBy: z.string().nullable(),
  validityYears: z.number().nullable(),
  duties: z.array(z.object({ title: text, when: z.string(), article: z.string() })),
  criteria: z.array(criterionText),
  outcome: text,
  scores: z.array(
    z.object({
      id: z.string(),
      title: text,
      lines: z.array(z.object({ depth: z.number().int(), title: text, points: z.string(), sentence: text })),
    }),
  ),
});

export const rulePage = ruleHead.extend({
  documents: z.array(z.object({ key: z.string(), number: z.string(), title: z.string(), url: z.string().nullable() })),
  detail: z.array(ruleVersion),
  cases: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      asOf: isoDate,
      expected: verdict,
      actual: verdict,
      passed: z.boolean(),
      facts: z.array(
        z.object({
          fact: z.string(),
          name: text,
          year: z.number().int().nullable(),
          value: factValue,
          unit: z.string(),
        }),
      ),
    }),
  ),
});

export const factHead = z.object({
  id: z.string(),
  name: text,
  unit: z.string(),
  period: z.enum(['annual', 'standing']),
  definition: text.nullable(),
  derived: z.boolean(),
  values: z.array(z.string()).nullable(),
  rules: z.array(z.string()),
});

export const library = {
  rules: {
    list: oc
      .route({ method: 'GET', path: '/rules', summary: '规则库' })
      .input(z.object({ asOf: isoDate.optional() }))
      .output(z.array(ruleHead)),
    get: oc
      .route({ method: 'GET', path: '/rules/{id}', summary: '一条规则' })
      .input(z.object({ id: z.string() }))
      .output(rulePage),
  },
  facts: {
    list: oc.route({ method: 'GET', path: '/facts', summary: '数据项字典' }).output(z.array(factHead)),
  },
  industries: {
    search: oc
      .route({ method: 'GET', path: '/industries', summary: '国民经济行业分类' })
      .input(z.object({ q: z.string().max(50).default('') }))
      .output(z.array(z.object({ code: z.string(), name: z.string() }))),
  },
};
