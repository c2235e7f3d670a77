import type { Role } from '@forest/domain';
import type { ColumnType, Generated } from 'kysely';

/** Tables of sign-in itself: names and columns are better-auth's. */
export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: Date;
  updatedAt: Date;
  username: string | null;
  displayUsername: string | null;
  twoFactorEnabled: boolean | null;
}

export interface SessionTable {
  id: string;
  expiresAt: Date;
  token: string;
  createdAt: Date;
  updatedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What we know of an account beyond sign-in. */
export interface UserStateTable {
  user_id: string;
  disabled_at: Date | null;
  disabled_reason: string | null;
  failures: Generated<number>;
  locked_until: Date | null;
  password_changed_at: Date | null;
  must_change_password: Generated<boolean>;
  last_sign_in_at: Date | null;
  demo: Generated<boolean>;
}

export interface UserRoleTable {
  id: Generated<number>;
  user_id: string;
  role: Role;
  /** Null only for a role above all units. */
  unit_id: string | null;
  enterprise_id: number | null;
  granted_by: string | null;
  granted_at: ColumnType<Date, Date, never>;
}

export interface TwoFactorTable {
  id: string;
  userId: string;
  secret: string;
  backupCodes: string;
}

/** Hashes of passwords used before, so that they are not used again. */
export interface PasswordHistoryTable {
  user_id: string;
  hash: string;
  set_at: Date;
}

export interface IdentityTables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  twoFactor: TwoFactorTable;
  user_state: UserStateTable;
  user_role: UserRoleTable;
  password_history: PasswordHistoryTable;
}
