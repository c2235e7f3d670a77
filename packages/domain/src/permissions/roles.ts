import type { Text } from '../text.ts';

/** Who somebody is to the platform. A person may hold several, each at a unit of the organisation. */
export const roles = [
  'public',
  'enterpriseUser',
  'serviceOfficer',
  'districtStaff',
  'leader',
  'coDepartment',
  'expert',
  'technologyBroker',
  'carrierOperator',
  'financier',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;

export type Role = (typeof roles)[number];

export const roleNames: Record<Role, Text> = {
  public: { zh: '公众', en: 'Public' },
  enterpriseUser: { zh: '企业用户', en: 'Enterprise user' },
  serviceOfficer: { zh: '小莫（服务专员）', en: 'Service officer' },
  districtStaff: { zh: '科技局工作人员', en: 'District staff' },
  leader: { zh: '分管领导', en: 'Leader' },
  coDepartment: { zh: '协办部门', en: 'Co-handling department' },
  expert: { zh: '评审专家', en: 'Expert' },
  technologyBroker: { zh: '技术经理人', en: 'Technology broker' },
  carrierOperator: { zh: '载体运营方', en: 'Carrier operator' },
  financier: { zh: '金融机构', en: 'Financial institution' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
};

/** The three administrators watch each other (GB/T 22239 三权分立): nobody is two of them, or one and a user of the business. */
export const administratorRoles: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** @returns why these roles may not be held by one person, or null. */
export function whyRolesConflict(held: readonly Role[]): Text | null {
  const kinds = new Set(held);
  const administrator = administratorRoles.find((role) => kinds.has(role));
  if (!administrator || kinds.size === 1) return null;
  const { zh, en } = roleNames[administrator];
  return {
    zh: `${zh}不能同时担任其他角色：三类管理员必须分设。请改用另一个账号。`,
    en: `The ${en.toLowerCase()} cannot hold another role: the administrators are kept apart. Use a second account.`,
  };
}
