import type { Copy } from '../language.tsx';

export const navigationCopy = {
  daily: { zh: '日常', en: 'Daily' },
  workbench: { zh: '工作台', en: 'Workbench' },
  registry: { zh: '一企一档', en: 'Registry' },
  enterprises: { zh: '企业', en: 'Enterprises' },
  imports: { zh: '数据导入', en: 'Imports' },
  reviews: { zh: '待核实', en: 'To verify' },
  conflicts: { zh: '数据冲突', en: 'Conflicts' },
  duplicates: { zh: '疑似重复', en: 'Duplicates' },
  ladder: { zh: '梯队培育', en: 'Ladder' },
  board: { zh: '梯队看板', en: 'Board' },
  nearMisses: { zh: '一步之遥', en: 'One step away' },
  verdicts: { zh: '判定名单', en: 'Verdicts' },
  calendar: { zh: '到期与年报', en: 'Calendar' },
  movement: { zh: '入、升、退', en: 'Movement' },
  censuses: { zh: '普查', en: 'Censuses' },
  rules: { zh: '规则库', en: 'Rules' },
  administration: { zh: '系统管理', en: 'Administration' },
  organisation: { zh: '组织机构', en: 'Organisation' },
  users: { zh: '用户', en: 'Users' },
  audit: { zh: '审计记录', en: 'Audit trail' },
} satisfies Copy;
