import type { Copy } from '../shell/language.tsx';

/** Words of the audit trail. */
export const auditCopy = {
  audit: { zh: '审计记录', en: 'Audit trail' },
  lead: {
    zh: '每次变更与其记录在同一事务中写入，前后相连，改动或缺失都能查出',
    en: 'Every change is recorded in its own transaction and chained; an edit or a gap is found',
  },
  verify: { zh: '校验完整性', en: 'Verify' },
  whole: (n: string) => ({ zh: `完整：${n} 条记录前后相连`, en: `Whole: ${n} events in one chain` }),
  broken: { zh: '记录链不完整', en: 'The chain is broken' },
  noEvents: { zh: '没有符合条件的记录', en: 'No event matches' },
  at: { zh: '时间', en: 'Time' },
  actor: { zh: '操作人', en: 'Who' },
  theSystem: { zh: '系统', en: 'the system' },
  action: { zh: '操作', en: 'Action' },
  subjectId: { zh: '对象', en: 'Subject' },
  detail: { zh: '内容', en: 'Detail' },
  hash: { zh: '校验值', en: 'Hash' },
} satisfies Copy;
