import { oc } from '@orpc/contract';
import { z } from 'zod';
import { enterpriseId, factValue, isoDate, listOf, pageOf, paging, sortOrder, text } from './common.ts';
import { importView } from './import-views.ts';
import {
  conflict,
  contact,
  dossier,
  enterpriseFilter,
  enterpriseIdentity,
  enterpriseRow,
  provenance,
  reviewItem,
  reviewKind,
  sortColumn,
} from './registry-views.ts';

/** Contract of the registry: 一企一档, imports, corrections, conflicts, duplicates. */
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
