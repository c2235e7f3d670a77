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
  administration: { zh: '系统管理', en: 'Administration' },
  organisation: { zh: '组织机构', en: 'Organisation' },
  users: { zh: '用户', en: 'Users' },
} satisfies Copy;
