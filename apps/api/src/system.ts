import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDate, pageOf, paging, text } from './common.ts';

/** Contract of what runs the house: audit trail, jobs, the demonstration district. */

export const auditEvent = z.object({
  seq: z.number().int(),
  at: z.date(),
  actor: z.string().nullable(),
  role: z.string().nullable(),
  action: z.string(),
  actionName: text,
  subjectKind: z.string(),
  subjectId: z.string(),
  district: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

export const jobView = z.object({
  id: z.string(),
  kind: z.string(),
  title: text,
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  message: text.nullable(),
  startedBy: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});

export const system = {
  audit: {
    list: oc
      .route({ method: 'GET', path: '/audit', summary: '审计记录' })
      .input(
        paging.extend({
          actor: z.string().optional(),
          action: z.string().optional(),
          subjectKind: z.string().optional(),
          subjectId: z.string().optional(),
          from: isoDate.optional(),
          to: isoDate.optional(),
        }),
      )
      .output(pageOf(auditEvent)),
    verify: oc.route({ method: 'POST', path: '/audit/verify', summary: '校验审计链' }).output(
      z.object({
        ok: z.boolean(),
        events: z.number().int(),
        head: z.string().nullable(),
        problems: z.array(z.object({ seq: z.number().int(), message: text })),
      }),
    ),
  },
  jobs: {
    list: oc.route({ method: 'GET', path: '/jobs', summary: '后台任务' }).input(paging).output(pageOf(jobView)),
    get: oc
      .route({ method: 'GET', path: '/jobs/{id}', summary: '任务进度' })
      .input(z.object({ id: z.string() }))
      .output(jobView),
    cancel: oc
      .route({ method: 'POST', path: '/jobs/{id}/cancel', summary: '取消任务' })
      .input(z.object({ id: z.string() }))
      .output(z.object({ ok: z.boolean() })),
  },
  /** What every page shows: the district, whether its data are synthetic, counts for the workbench. */
  district: oc
    .route({ method: 'GET', path: '/district', summary: '当前区' })
    .output(
      z.object({ id: z.string(), name: text, demo: z.boolean(), lastCensus: isoDate.nullable(), serverTime: z.date() }),
    ),
  workbench: oc.route({ method: 'GET', path: '/workbench', summary: '工作台' }).output(
    z.object({
      tiles: z.array(
        z.object({
          id: z.string(),
          title: text,
          value: z.number(),
          href: z.string(),
          light: z.enum(['normal', 'warning', 'overdue']).nullable(),
        }),
      ),
    }),
  ),
};
