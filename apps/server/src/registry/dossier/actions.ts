import { type Action, may, type Text } from '@forest/domain';
import { type StoredEnterprise, subjectOf } from '../enterprise/access.ts';
import type { UseCase } from '../use-case.ts';

/** What can be done on a dossier; the page shows the reason on what cannot. */
const offered: readonly Action[] = [
  'enterprise.edit',
  'enterprise.merge',
  'enterprise.export',
  'fact.correct',
  'conflict.settle',
  'review.settle',
  'qualification.edit',
  'contact.reveal',
  'verdict.read',
];

/** Reading stays possible on an enterprise that was merged; changing does not. */
const onlyReads: readonly Action[] = ['enterprise.export', 'verdict.read'];

export function allowedActions(
  user: UseCase['user'],
  enterprise: StoredEnterprise,
): Record<string, { allowed: boolean; why: Text | null }> {
  return Object.fromEntries(
    offered.map((action) => {
      const why = whyNot(user, action, enterprise);
      return [action, { allowed: why === null, why }];
    }),
  );
}

function whyNot(user: UseCase['user'], action: Action, enterprise: StoredEnterprise): Text | null {
  if (!may(user, action, subjectOf(enterprise)))
    return user.grants.some((grant) => grant.role === 'leader')
      ? { zh: '分管领导只查看，不修改数据。', en: 'Leaders look and do not change data.' }
      : { zh: '您的角色或所属单位不能进行这项操作。', en: 'Your role or unit does not allow this.' };
  if (enterprise.state === 'merged' && !onlyReads.includes(action))
    return { zh: '该企业已并入另一家，请在保留的那一家操作。', en: 'It was merged into another; work on that one.' };
  return null;
}
