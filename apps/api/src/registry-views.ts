import { z } from 'zod';
import { factValue, flag, isoDate, listOf, text } from './common.ts';

/** What the contract of the registry says of its subjects; the calls are in registry.ts. */

export const enterpriseState = z.enum(['active', 'left', 'cancelled', 'merged']);
export const codeStatus = z.enum(['valid', 'old', 'check_fails', 'malformed', 'absent']);

/** Filters of the enterprise list; the web keeps them in the URL, the export takes the same. */
export const enterpriseFilter = z.object({
  /** Part of a name, present or former, or of a credit code. */
  q: z.string().trim().max(100).optional(),
  /** Organisation units; a unit means its whole subtree. */
  unit: listOf(z.string()).optional(),
  /** Industry code prefixes, e.g. `I65` or `65`. */
  industry: listOf(z.string()).optional(),
  /** Qualification kinds held on the as-of date, e.g. `hnte`. */
  holds: listOf(z.string()).optional(),
  state: listOf(enterpriseState).optional(),
  codeStatus: listOf(codeStatus).optional(),
  registeredFrom: isoDate.optional(),
  registeredTo: isoDate.optional(),
  /** Latest full year's revenue, 万元. */
  revenueMin: z.coerce.number().optional(),
  revenueMax: z.coerce.number().optional(),
  needsReview: flag.optional(),
});

export const enterpriseRow = z.object({
  id: z.number().int(),
  name: z.string(),
  creditCode: z.string().nullable(),
  codeStatus,
  registeredOn: isoDate.nullable(),
  subdistrict: text.nullable(),
  park: text.nullable(),
  carrier: text.nullable(),
  industryCode: z.string().nullable(),
  industryName: z.string().nullable(),
  /** Latest full year's figures, 万元 and persons; null = unknown. */
  revenue: z.number().nullable(),
  rd: z.number().nullable(),
  staff: z.number().nullable(),
  qualifications: z.array(z.string()),
  state: enterpriseState,
  openReviews: z.number().int(),
  demo: z.boolean(),
  updatedAt: z.date(),
});

export const sortColumn = z.enum(['name', 'creditCode', 'registeredOn', 'revenue', 'rd', 'staff', 'updatedAt']);

export const enterpriseIdentity = z.object({
  name: z.string().trim().min(2).max(200),
  creditCode: z.string().trim().max(18).nullable(),
  /** Set when the person has seen and accepted a warning about the code. */
  acceptCode: z.boolean().default(false),
  registeredOn: isoDate.nullable(),
  address: z.string().max(500).nullable(),
  subdistrictId: z.string().nullable(),
  parkId: z.string().nullable(),
  carrierId: z.string().nullable(),
  industryCode: z.string().nullable(),
});

export const provenance = z.object({
  statementId: z.number().int(),
  value: factValue,
  source: z.string(),
  sourceName: text,
  statedAt: z.date(),
  by: z.string().nullable(),
  importId: z.number().int().nullable(),
  rowNo: z.number().int().nullable(),
  reason: z.string().nullable(),
});

export const dossierFact = z.object({
  fact: z.string(),
  name: text,
  unit: z.string(),
  period: z.enum(['annual', 'standing']),
  /** null for a standing fact. */
  year: z.number().int().nullable(),
  value: factValue,
  source: z.string(),
  sourceName: text,
  statedAt: z.date(),
  statements: z.number().int(),
  conflicting: z.boolean(),
});

export const qualification = z.object({
  id: z.number().int(),
  kind: z.string(),
  kindName: text,
  level: z.string().nullable(),
  certificateNo: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  expiresOn: isoDate.nullable(),
  revokedOn: isoDate.nullable(),
  batch: z.string().nullable(),
  source: z.string(),
  status: z.enum(['valid', 'expired', 'revoked', 'unknown']),
});

export const ipItem = z.object({
  id: z.number().int(),
  class: z.enum(['I', 'II']).nullable(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  status: z.string(),
  appliedOn: isoDate.nullable(),
  grantedOn: isoDate.nullable(),
  acquired: z.enum(['own', 'bought', 'licensed', 'unknown']),
});

export const financingRound = z.object({
  id: z.number().int(),
  round: z.string(),
  on: isoDate.nullable(),
  /** 万元 */
  amount: z.number().nullable(),
  /** 万美元 and 万元 after the round. */
  valuationUsd: z.number().nullable(),
  valuation: z.number().nullable(),
  investors: z.string().nullable(),
});

/** Masked until revealed: `138****5678`, `张**`. */
export const contact = z.object({
  id: z.number().int(),
  role: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  masked: z.boolean(),
});

export const dossier = z.object({
  enterprise: enterpriseRow.extend({
    address: z.string().nullable(),
    businessScope: z.string().nullable(),
    subdistrictId: z.string().nullable(),
    parkId: z.string().nullable(),
    carrierId: z.string().nullable(),
    mergedInto: z.number().int().nullable(),
  }),
  names: z.array(z.object({ name: z.string(), from: isoDate.nullable(), to: isoDate.nullable() })),
  facts: z.array(dossierFact),
  qualifications: z.array(qualification),
  ip: z.array(ipItem),
  financing: z.array(financingRound),
  contacts: z.array(contact),
  /** Which actions the viewer may take here, and why not for the others. */
  actions: z.record(z.string(), z.object({ allowed: z.boolean(), why: text.nullable() })),
});

export const conflict = z.object({
  id: z.number().int(),
  enterpriseId: z.number().int(),
  enterpriseName: z.string(),
  fact: z.string(),
  factName: text,
  unit: z.string(),
  year: z.number().int().nullable(),
  values: z.array(provenance),
  current: factValue,
  state: z.enum(['open', 'settled']),
});

export const reviewKind = z.enum(['address_code_mismatch', 'credit_code', 'duplicate', 'name_change', 'implausible']);

export const reviewItem = z.object({
  id: z.number().int(),
  enterpriseId: z.number().int(),
  enterpriseName: z.string(),
  kind: reviewKind,
  message: text,
  state: z.enum(['open', 'confirmed', 'corrected']),
  createdAt: z.date(),
});
