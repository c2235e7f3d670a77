import type { Role } from '@forest/domain';
import type { OpenedPlatform } from '../app.ts';
import { createUser } from '../identity/index.ts';
import { operator } from './open-tools.ts';

export interface AddUserOptions {
  username: string;
  name: string;
  email: string | null;
  role: Role;
  unitId: string;
  district: string;
  enterpriseId: number | null;
}

/** Makes an account. @returns its id and the first password, which is shown once. */
export function addUser({ platform }: OpenedPlatform, options: AddUserOptions) {
  const { username, name, email, role, unitId, enterpriseId, district } = options;
  const roles = [{ role, unitId, enterpriseId }];
  return createUser({ username, name, email, roles }, { ...platform, user: operator(district) });
}
