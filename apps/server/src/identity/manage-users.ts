import { randomUUID } from 'node:crypto';
import { appendAudit } from '../platform/audit/index.ts';
import type { Tx } from '../platform/database/index.ts';
import { conflict } from '../platform/fault.ts';
import type { RequestContext } from '../platform/http/request-context.ts';
import { ACCOUNT_TOPIC } from './accounts.ts';
import type { HeldRole } from './grants.ts';
import { type GrantInput, getManageable, resolveGrants } from './manageable.ts';
import { makeFirstPassword, setPassword } from './passwords.ts';
import { endSessions } from './sessions.ts';

type Use = Pick<RequestContext, 'db' | 'user' | 'clock' | 'signals'>;

export interface NewUser {
  username: string;
  name: string;
  email: string | null;
}

/** Makes an account; the first password is answered once and has to be changed at the first sign-in. */
export async function createUser(
  input: NewUser & { roles: readonly GrantInput[] },
  use: Use,
): Promise<{ id: string; firstPassword: string }> {
  return use.db.transaction().execute(async (tx) => {
    const grants = await resolveGrants(tx, use.user, input.roles);
    const firstPassword = makeFirstPassword();
    const id = await insertUser(tx, input, grants, firstPassword, { at: use.clock.now(), by: use.user.id });
    await audit(tx, use, 'user.create', id, grants, { username: input.username, roles: namesOf(grants) });
    return { id, firstPassword };
  });
}

/** Without asking anybody: also for the first administrators and the demonstration. */
export async function insertUser(
  tx: Tx,
  { username, name, email }: NewUser,
  grants: readonly HeldRole[],
  password: string,
  { at, by, demo = false }: { at: Date; by: string | null; demo?: boolean },
): Promise<string> {
  const id = randomUUID();
  const address = email?.toLowerCase() ?? `${username}@users.invalid`;
  const added = await tx
    .insertInto('user')
    // The administrator vouches for the address: an identity provider's user is recognised by it.
    .values({
      id,
      name,
      email: address,
      emailVerified: true,
      image: null,
      createdAt: at,
      updatedAt: at,
      username,
      displayUsername: username,
      twoFactorEnabled: false,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows)
    throw conflict({
      zh: `用户名“${username}”或邮箱已被使用。`,
      en: `The user name “${username}” or the e-mail address is taken.`,
    });
  await tx.insertInto('user_state').values({ user_id: id, demo }).execute();
  await setPassword(tx, id, password, at, !demo);
  await insertRoles(tx, id, grants, by, at);
  return id;
}

export async function updateUser(input: { id: string; name: string; email: string | null }, use: Use): Promise<void> {
  await use.db.transaction().execute(async (tx) => {
    const { id, username, grants } = await getManageable(tx, use.user, input.id);
    const email = input.email?.toLowerCase() ?? `${username}@users.invalid`;
    const taken = await tx
      .selectFrom('user')
      .select('id')
      .where('email', '=', email)
      .where('id', '<>', id)
      .executeTakeFirst();
    if (taken) throw conflict({ zh: '邮箱已被使用。', en: 'The e-mail address is taken.' });
    const before = await tx
      .selectFrom('user')
      .select(['name', 'email'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('user')
      .set({ name: input.name, email, updatedAt: use.clock.now() })
      .where('id', '=', id)
      .execute();
    const changed = { name: before.name !== input.name, email: before.email !== email };
    await audit(tx, use, 'user.update', id, grants, { changed });
  });
}

export async function assignRoles(input: { id: string; roles: readonly GrantInput[] }, use: Use): Promise<void> {
  await use.db.transaction().execute(async (tx) => {
    const { id, grants: before } = await getManageable(tx, use.user, input.id);
    const grants = await resolveGrants(tx, use.user, input.roles);
    await tx.deleteFrom('user_role').where('user_id', '=', id).execute();
    await insertRoles(tx, id, grants, use.user.id, use.clock.now());
    await audit(tx, use, 'user.assign', id, grants.length ? grants : before, {
      from: namesOf(before),
      to: namesOf(grants),
    });
  });
}

export async function disableUser(input: { id: string; reason: string }, use: Use): Promise<void> {
  await use.db.transaction().execute(async (tx) => {
    const { id, grants } = await getManageable(tx, use.user, input.id);
    const state = { disabled_at: use.clock.now(), disabled_reason: input.reason };
    await tx.updateTable('user_state').set(state).where('user_id', '=', id).execute();
    await endSessions(tx, use.signals, id);
    await audit(tx, use, 'user.disable', id, grants, { reason: input.reason });
  });
}

/** Lifts a lock after failures, too. */
export async function enableUser(input: { id: string }, use: Use): Promise<void> {
  await use.db.transaction().execute(async (tx) => {
    const { id, grants } = await getManageable(tx, use.user, input.id);
    const state = { disabled_at: null, disabled_reason: null, failures: 0, locked_until: null };
    await tx.updateTable('user_state').set(state).where('user_id', '=', id).execute();
    await audit(tx, use, 'user.enable', id, grants, {});
  });
}

/** For somebody who lost the password or the second factor: both are gone, and a first password is given anew. */
export async function resetPassword(
  input: { id: string; reason: string },
  use: Use,
): Promise<{ firstPassword: string }> {
  return use.db.transaction().execute(async (tx) => {
    const { id, grants } = await getManageable(tx, use.user, input.id);
    const firstPassword = makeFirstPassword();
    await setPassword(tx, id, firstPassword, use.clock.now(), true);
    await tx.deleteFrom('twoFactor').where('userId', '=', id).execute();
    await tx.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', id).execute();
    await endSessions(tx, use.signals, id);
    await audit(tx, use, 'user.resetPassword', id, grants, { reason: input.reason });
    return { firstPassword };
  });
}

async function insertRoles(
  tx: Tx,
  id: string,
  grants: readonly HeldRole[],
  by: string | null,
  at: Date,
): Promise<void> {
  if (!grants.length) return;
  await tx
    .insertInto('user_role')
    .values(
      grants.map(({ role, unitId, enterpriseId }) => ({
        user_id: id,
        role,
        unit_id: unitId,
        enterprise_id: enterpriseId,
        granted_by: by,
        granted_at: at,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .execute();
}

async function audit(
  tx: Tx,
  use: Use,
  action: string,
  id: string,
  grants: readonly HeldRole[],
  detail: Record<string, unknown>,
): Promise<void> {
  await appendAudit(tx, use, { action, subject: { kind: 'user', id }, district: grants[0]?.district ?? null, detail });
  await use.signals.publish(tx, ACCOUNT_TOPIC, id);
}

function namesOf(grants: readonly HeldRole[]): string[] {
  return grants.map(({ role, unitId, enterpriseId }) =>
    [role, unitId ?? '/', enterpriseId].filter((part) => part !== null).join(' '),
  );
}
