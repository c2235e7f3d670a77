import { oc } from '@orpc/contract';
import { z } from 'zod';
import { enterpriseId, factValue, flag, isoDate, listOf, pageOf, paging, sortOrder, text } from './common.ts';

/** Contract of the registry: 一企一档, imports, corrections, conflicts, duplicates. */

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

const sortColumn = z.enum(['name', 'creditCode', 'registeredOn', 'revenue', 'rd', 'staff', 'updatedAt']);

const enterpriseIdentity = z.object({
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

const provenance = z.object({
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

export const rowProblem = z.object({
  rowNo: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: text,
});

export const importState = z.enum([
  'uploaded',
  'reading',
  'previewed',
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
]);

export const importView = z.object({
  id: z.number().int(),
  fileName: z.string(),
  state: importState,
  /** Detected file facts: kind, encoding, sheet, header row. */
  format: z
    .object({
      kind: z.enum(['csv', 'xlsx']),
      encoding: z.string().nullable(),
      sheet: z.string().nullable(),
      headerRow: z.number().int(),
      /** Visible sheets of a workbook, to choose from. */
      sheets: z.array(z.string()).optional(),
    })
    .nullable(),
  /** One entry a column: what it was recognised as; `target: null` = left out. */
  mapping: z.array(
    z.object({
      column: z.number().int(),
      header: z.string(),
      target: z.string().nullable(),
      targetName: text.nullable(),
      year: z.number().int().nullable(),
      unit: z.string().nullable(),
      /** The unit is a guess from the figures; shown until somebody confirms it. */
      unitAssumed: z.boolean().optional(),
      samples: z.array(z.string()),
    }),
  ),
  source: z.string(),
  /** Values that stand for "no figure" in this file, besides the usual ones: `-1`, `0`. */
  missing: z.array(z.string()),
  counts: z.object({
    rows: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    rejected: z.number().int(),
    warnings: z.number().int(),
    reviews: z.number().int(),
  }),
  preview: z.array(z.object({ rowNo: z.number().int(), cells: z.array(z.string().nullable()) })),
  problems: z.array(rowProblem),
  progress: z.number().min(0).max(1),
  message: text.nullable(),
  startedAt: z.date(),
});

export const registry = {
  enterprises: {
    list: oc
      .route({ method: 'GET', path: '/enterprises', summary: '企业列表' })
      .input(
        enterpriseFilter
          .extend(paging.shape)
          .extend({ sort: sortColumn.default('name'), order: sortOrder.default('asc') }),
      )
      .output(pageOf(enterpriseRow)),
    get: oc
      .route({ method: 'GET', path: '/enterprises/{id}', summary: '一企一档' })
      .input(z.object({ id: enterpriseId }))
      .output(dossier),
    create: oc
      .route({ method: 'POST', path: '/enterprises', summary: '新建企业' })
      .input(enterpriseIdentity)
      .output(z.object({ id: z.number().int() })),
    update: oc
      .route({ method: 'PUT', path: '/enterprises/{id}', summary: '修改企业身份信息' })
      .input(enterpriseIdentity.extend({ id: enterpriseId, reason: z.string().min(2).max(500) }))
      .output(z.object({ id: z.number().int() })),
    setState: oc
      .route({ method: 'POST', path: '/enterprises/{id}/state', summary: '迁出、注销、恢复' })
      .input(
        z.object({
          id: enterpriseId,
          state: z.enum(['active', 'left', 'cancelled']),
          reason: z.string().min(2).max(500),
        }),
      )
      .output(z.object({ id: z.number().int() })),
    moveMany: oc
      .route({ method: 'POST', path: '/enterprises/move', summary: '批量调整所属单位' })
      .input(
        z.object({
          ids: z.array(enterpriseId).min(1).max(1000),
          unitId: z.string(),
          reason: z.string().min(2).max(500),
        }),
      )
      .output(z.object({ moved: z.number().int() })),
  },
  facts: {
    history: oc
      .route({ method: 'GET', path: '/enterprises/{id}/facts/{fact}', summary: '一项数据的全部来源' })
      .input(z.object({ id: enterpriseId, fact: z.string(), year: z.coerce.number().int().nullable().default(null) }))
      .output(z.array(provenance)),
    correct: oc
      .route({ method: 'POST', path: '/enterprises/{id}/facts/{fact}', summary: '更正一项数据' })
      .input(
        z.object({
          id: enterpriseId,
          fact: z.string(),
          year: z.number().int().nullable(),
          value: factValue,
          reason: z.string().min(2).max(500),
        }),
      )
      .output(z.object({ statementId: z.number().int() })),
  },
  conflicts: {
    list: oc
      .route({ method: 'GET', path: '/conflicts', summary: '数据冲突' })
      .input(paging.extend({ enterpriseId: enterpriseId.optional() }))
      .output(pageOf(conflict)),
    settle: oc
      .route({ method: 'POST', path: '/conflicts/{id}', summary: '确认采用哪一来源' })
      .input(
        z.object({ id: z.coerce.number().int(), statementId: z.number().int(), reason: z.string().min(2).max(500) }),
      )
      .output(z.object({ id: z.number().int() })),
  },
  reviews: {
    list: oc
      .route({ method: 'GET', path: '/reviews', summary: '待核实' })
      .input(
        paging.extend({
          kind: listOf(reviewKind).optional(),
          enterpriseId: enterpriseId.optional(),
          state: z.enum(['open', 'confirmed', 'corrected']).default('open'),
        }),
      )
      .output(pageOf(reviewItem)),
    settle: oc
      .route({ method: 'POST', path: '/reviews/{id}', summary: '核实' })
      .input(
        z.object({
          id: z.coerce.number().int(),
          outcome: z.enum(['confirmed', 'corrected']),
          note: z.string().max(500).default(''),
        }),
      )
      .output(z.object({ id: z.number().int() })),
  },
  qualifications: {
    add: oc
      .route({ method: 'POST', path: '/enterprises/{id}/qualifications', summary: '登记资质' })
      .input(
        z.object({
          id: enterpriseId,
          kind: z.string(),
          level: z.string().nullable(),
          certificateNo: z.string().nullable(),
          issuedOn: isoDate,
          expiresOn: isoDate.nullable(),
          batch: z.string().nullable(),
        }),
      )
      .output(z.object({ id: z.number().int() })),
    revoke: oc
      .route({ method: 'POST', path: '/enterprises/{id}/qualifications/{qualificationId}/revoke', summary: '撤销资质' })
      .input(
        z.object({
          id: enterpriseId,
          qualificationId: z.coerce.number().int(),
          on: isoDate,
          reason: z.string().min(2).max(500),
        }),
      )
      .output(z.object({ id: z.number().int() })),
  },
  contacts: {
    reveal: oc
      .route({ method: 'POST', path: '/enterprises/{id}/contacts/{contactId}/reveal', summary: '查看联系方式（留痕）' })
      .input(z.object({ id: enterpriseId, contactId: z.coerce.number().int(), reason: z.string().min(2).max(200) }))
      .output(contact),
  },
  duplicates: {
    list: oc
      .route({ method: 'GET', path: '/duplicates', summary: '疑似重复' })
      .input(paging)
      .output(
        pageOf(z.object({ left: enterpriseRow, right: enterpriseRow, reasons: z.array(text), score: z.number() })),
      ),
    merge: oc
      .route({ method: 'POST', path: '/duplicates/merge', summary: '合并' })
      .input(z.object({ keep: enterpriseId, absorb: enterpriseId, reason: z.string().min(2).max(500) }))
      .output(z.object({ mergeId: z.number().int() })),
    undo: oc
      .route({ method: 'POST', path: '/duplicates/merge/{mergeId}/undo', summary: '撤销合并' })
      .input(z.object({ mergeId: z.coerce.number().int() }))
      .output(z.object({ restored: z.number().int() })),
    dismiss: oc
      .route({ method: 'POST', path: '/duplicates/dismiss', summary: '不是同一家' })
      .input(z.object({ left: enterpriseId, right: enterpriseId }))
      .output(z.object({ ok: z.boolean() })),
  },
  /** The file itself goes to `POST /api/files/imports` (multipart, streamed) which answers `{id}`. */
  imports: {
    list: oc
      .route({ method: 'GET', path: '/imports', summary: '导入记录' })
      .input(paging)
      .output(pageOf(importView.omit({ preview: true, problems: true, mapping: true }))),
    get: oc
      .route({ method: 'GET', path: '/imports/{id}', summary: '导入预览与进度' })
      .input(z.object({ id: z.coerce.number().int() }))
      .output(importView),
    configure: oc
      .route({ method: 'PUT', path: '/imports/{id}', summary: '调整列的含义' })
      .input(
        z.object({
          id: z.coerce.number().int(),
          source: z.string(),
          sheet: z.string().nullable(),
          headerRow: z.number().int().min(1),
          missing: z.array(z.string().max(40)).max(20).default([]),
          columns: z.array(
            z.object({
              column: z.number().int(),
              target: z.string().nullable(),
              year: z.number().int().nullable(),
              unit: z.string().nullable(),
            }),
          ),
        }),
      )
      .output(importView),
    start: oc
      .route({ method: 'POST', path: '/imports/{id}/start', summary: '开始导入' })
      .input(z.object({ id: z.coerce.number().int() }))
      .output(z.object({ jobId: z.string() })),
    cancel: oc
      .route({ method: 'POST', path: '/imports/{id}/cancel', summary: '取消导入' })
      .input(z.object({ id: z.coerce.number().int() }))
      .output(z.object({ ok: z.boolean() })),
    /** Where a ledger may come from; the better source wins when two disagree. */
    sources: oc
      .route({ method: 'GET', path: '/imports/sources', summary: '数据来源' })
      .output(z.array(z.object({ id: z.string(), name: text }))),
    targets: oc
      .route({ method: 'GET', path: '/imports/targets', summary: '可导入的列' })
      .output(
        z.array(
          z.object({ id: z.string(), name: text, unit: z.string().nullable(), annual: z.boolean(), group: text }),
        ),
      ),
  },
  views: {
    list: oc
      .route({ method: 'GET', path: '/views', summary: '我的视图' })
      .input(z.object({ page: z.string() }))
      .output(z.array(z.object({ id: z.number().int(), name: z.string(), query: z.string() }))),
    save: oc
      .route({ method: 'POST', path: '/views', summary: '保存视图' })
      .input(z.object({ page: z.string(), name: z.string().trim().min(1).max(40), query: z.string().max(4000) }))
      .output(z.object({ id: z.number().int() })),
    remove: oc
      .route({ method: 'DELETE', path: '/views/{id}', summary: '删除视图' })
      .input(z.object({ id: z.coerce.number().int() }))
      .output(z.object({ ok: z.boolean() })),
  },
};
