import type { Role } from './roles.ts';

/** How far a permission reaches, seen from where the role is held. */
export type Scope = 'ownEnterprise' | 'ownUnits' | 'district' | 'all';

/** What can be done. Adding one: name it here, then grant it below. */
export const actions = [
  'enterprise.read',
  'enterprise.edit',
  'enterprise.import',
  'enterprise.export',
  'enterprise.merge',
  'fact.correct',
  'conflict.settle',
  'review.settle',
  'qualification.edit',
  'contact.reveal',
  'verdict.read',
  'census.run',
  'rule.read',
  'rule.draft',
  'organisation.read',
  'organisation.manage',
  'user.read',
  'user.manage',
  'audit.read',
  'audit.export',
  'settings.manage',
  'job.read',
  'job.manage',
  'backup.run',
  'demo.manage',
] as const;

export type Action = (typeof actions)[number];

const everyone: Partial<Record<Action, Scope>> = { 'rule.read': 'all' };
const staff: Partial<Record<Action, Scope>> = { ...everyone, 'organisation.read': 'all' };

/** The one map: what a role may do, and how far. What is not named is not allowed. */
export const permissions: Record<Role, Partial<Record<Action, Scope>>> = {
  public: everyone,
  enterpriseUser: {
    ...everyone,
    'enterprise.read': 'ownEnterprise',
    'enterprise.export': 'ownEnterprise',
    'contact.reveal': 'ownEnterprise',
    'verdict.read': 'ownEnterprise',
  },
  serviceOfficer: {
    ...staff,
    'enterprise.read': 'ownUnits',
    'enterprise.edit': 'ownUnits',
    'enterprise.export': 'ownUnits',
    'fact.correct': 'ownUnits',
    'review.settle': 'ownUnits',
    'qualification.edit': 'ownUnits',
    'contact.reveal': 'ownUnits',
    'verdict.read': 'ownUnits',
  },
  districtStaff: {
    ...staff,
    'enterprise.read': 'district',
    'enterprise.edit': 'district',
    'enterprise.import': 'district',
    'enterprise.export': 'district',
    'enterprise.merge': 'district',
    'fact.correct': 'district',
    'conflict.settle': 'district',
    'review.settle': 'district',
    'qualification.edit': 'district',
    'contact.reveal': 'district',
    'verdict.read': 'district',
    'census.run': 'district',
    'rule.draft': 'district',
    'job.read': 'district',
  },
  leader: {
    ...staff,
    'enterprise.read': 'district',
    'enterprise.export': 'district',
    'verdict.read': 'district',
  },
  coDepartment: staff,
  expert: everyone,
  technologyBroker: everyone,
  carrierOperator: { ...staff, 'enterprise.read': 'ownUnits', 'verdict.read': 'ownUnits' },
  financier: everyone,
  systemAdmin: {
    ...staff,
    'organisation.manage': 'ownUnits',
    'settings.manage': 'ownUnits',
    'job.read': 'ownUnits',
    'job.manage': 'ownUnits',
    'backup.run': 'ownUnits',
    'demo.manage': 'ownUnits',
  },
  securityAdmin: { ...staff, 'user.read': 'ownUnits', 'user.manage': 'ownUnits' },
  auditAdmin: { ...staff, 'audit.read': 'ownUnits', 'audit.export': 'ownUnits', 'user.read': 'ownUnits' },
};
