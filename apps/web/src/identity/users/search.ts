import { type Role, roles } from '@forest/domain';
import { type ListSearch, read, readPaging } from '../../shell/url/search.ts';

export const userStates = ['active', 'disabled', 'locked'] as const;
export const grantableRoles = roles.filter((role): role is Exclude<Role, 'public'> => role !== 'public');

export interface UserSearch extends Omit<ListSearch, 'sort' | 'order'> {
  q?: string;
  role?: Role[];
  state?: (typeof userStates)[number];
  /** The user whose drawer is open. */
  user?: string;
}

export function readUserSearch(search: Record<string, unknown>): UserSearch {
  const { page, pageSize } = readPaging(search);
  return {
    q: read.text(search, 'q'),
    role: read.someOf(search, 'role', roles),
    state: read.oneOf(search, 'state', userStates),
    user: read.text(search, 'user'),
    page,
    pageSize,
  };
}
