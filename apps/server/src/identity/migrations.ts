import type { Migration } from '../platform/database/index.ts';

/** Tables of better-auth, as its own generator writes them; a test compares. */
const signInTables = `
create table "user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null, "username" text unique, "displayUsername" text, "twoFactorEnabled" boolean);
create table "session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references "user" ("id") on delete cascade);
create table "account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);
create table "verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
create table "twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null references "user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create table "rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);
create index "session_userId_idx" on "session" ("userId");
create index "account_userId_idx" on "account" ("userId");
create index "verification_identifier_idx" on "verification" ("identifier");
create index "twoFactor_secret_idx" on "twoFactor" ("secret");
create index "twoFactor_userId_idx" on "twoFactor" ("userId");
`;

const ownTables = `
create table user_state (
  user_id text primary key references "user" (id) on delete cascade,
  disabled_at timestamptz,
  disabled_reason text,
  failures integer not null default 0,
  locked_until timestamptz,
  password_changed_at timestamptz,
  must_change_password boolean not null default false,
  last_sign_in_at timestamptz,
  demo boolean not null default false
);
create table user_role (
  id bigint generated always as identity primary key,
  user_id text not null references "user" (id) on delete cascade,
  role text not null,
  unit_id text,
  enterprise_id bigint,
  granted_by text,
  granted_at timestamptz not null,
  check ((role = 'enterpriseUser') = (enterprise_id is not null)),
  unique nulls not distinct (user_id, role, unit_id, enterprise_id)
);
create index user_role_by_role on user_role (role);
create table password_history (
  user_id text not null references "user" (id) on delete cascade,
  hash text not null,
  set_at timestamptz not null,
  primary key (user_id, set_at, hash)
);
`;

export const migrations: readonly Migration[] = [
  { id: '0001-sign-in', up: signInTables },
  { id: '0002-accounts', up: ownTables },
];
