import { administratorRoles } from '@forest/domain';
import type { Db } from '../platform/database/index.ts';
import type { Settings } from '../platform/settings.ts';
import type { Viewer } from '../platform/viewer.ts';
import { type HeldRole, readGrants } from './grants.ts';

/** What every request needs to know about its user; kept in memory until somebody changes it. */
export interface Account {
  id: string;
  username: string | null;
  name: string;
  grants: HeldRole[];
  secondFactor: boolean;
  mustChangePassword: boolean;
  passwordChangedAt: Date | null;
  demo: boolean;
}

/** Signalled with the user's id whenever the account or its roles change. */
export const ACCOUNT_TOPIC = 'identity.account';

/** @returns null for a user that is gone or disabled. */
export async function findAccount(db: Db, id: string): Promise<Account | null> {
  const row = await db
    .selectFrom('user')
    .innerJoin('user_state', 'user_state.user_id', 'user.id')
    .select(['user.id', 'user.username', 'user.name', 'user.twoFactorEnabled'])
    .select(['user_state.must_change_password', 'user_state.password_changed_at', 'user_state.demo'])
    .where('user.id', '=', id)
    .where('user_state.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    grants: await readGrants(db, [id]),
    secondFactor: row.twoFactorEnabled ?? false,
    mustChangePassword: row.must_change_password,
    passwordChangedAt: row.password_changed_at,
    demo: row.demo,
  };
}

/** Why the password has to be changed now, or null. */
export function passwordReason(account: Account, settings: Settings, now: Date): 'first_sign_in' | 'expired' | null {
  if (account.mustChangePassword) return 'first_sign_in';
  const { maxAgeDays } = settings.password;
  if (maxAgeDays === 0 || account.demo || !account.passwordChangedAt) return null;
  return now.getTime() - account.passwordChangedAt.getTime() > maxAgeDays * 86_400_000 ? 'expired' : null;
}

export function pendingOf(account: Account, settings: Settings, now: Date): Viewer['pending'] {
  if (passwordReason(account, settings, now)) return 'password_change';
  if (account.secondFactor || account.demo || settings.secondFactor === 'optional') return null;
  const administrates = account.grants.some(({ role }) => administratorRoles.includes(role));
  return settings.secondFactor === 'everyone' || administrates ? 'second_factor' : null;
}
