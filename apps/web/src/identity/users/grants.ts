import { isRole, type Role, type Text, whyRolesConflict } from '@forest/domain';
import type { Answers } from '../../shell/client.ts';

export type UserView = Answers['identity']['users']['get'];

/** A role as the form edits it. */
export interface GrantDraft {
  role: Exclude<Role, 'public'>;
  unitId: string;
  enterpriseId: number | null;
}

export function draftsOf(user: UserView): GrantDraft[] {
  return user.roles.flatMap(({ role, unitId, enterpriseId }) =>
    isRole(role) && role !== 'public' ? [{ role, unitId: unitId ?? '', enterpriseId }] : [],
  );
}

/** Why these roles cannot be saved: one lacks its place, or they may not be held together. */
export function whyNotSaved(drafts: readonly GrantDraft[]): Text | null {
  if (drafts.some((draft) => draft.unitId === '')) return NO_UNIT;
  if (drafts.some((draft) => draft.role === 'enterpriseUser' && draft.enterpriseId === null)) return NO_ENTERPRISE;
  return whyRolesConflict(drafts.map((draft) => draft.role));
}

const NO_UNIT: Text = { zh: '请为每个角色选择所在单位', en: 'Choose a unit for every role' };
const NO_ENTERPRISE: Text = {
  zh: '请填写企业用户所属的企业编号',
  en: 'Enter the id of the enterprise user’s enterprise',
};
