import { randomInt } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Tx } from '../platform/database/index.ts';
import { Fault } from '../platform/fault.ts';
import type { Settings } from '../platform/settings.ts';
import { passwordFlaw, passwordRulesText, REMEMBERED } from './password-policy.ts';
import { CREDENTIAL } from './sign-in.ts';

/** Without letters and digits that look alike: it is read from paper once. */
const GROUPS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'];

/** Three groups of five, each with capitals, small letters and digits: `Kfa3p-Qw7ne-Tb2xc`, about 80 bits. */
export function makeFirstPassword(): string {
  const all = GROUPS.join('');
  const pick = (from: string) => from[randomInt(from.length)]!;
  const group = () => [...GROUPS.map(pick), pick(all), pick(all)].sort(() => randomInt(3) - 1).join('');
  return [group(), group(), group()].join('-');
}

export async function hashOf(password: string): Promise<string> {
  return hashPassword(password);
}

export async function isPassword(tx: Tx, userId: string, password: string): Promise<boolean> {
  const account = await tx
    .selectFrom('account')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', CREDENTIAL)
    .executeTakeFirst();
  return account?.password ? verifyPassword({ hash: account.password, password }) : false;
}

/** @throws Fault `invalid` that says which rule the password breaks. */
export async function assertAcceptable(
  tx: Tx,
  user: { id: string; username: string },
  password: string,
  rules: Settings['password'],
): Promise<void> {
  const refuse = (text: { zh: string; en: string }) => new Fault('invalid', text, passwordRulesText(rules));
  const flaw = passwordFlaw(password, user.username, rules);
  if (flaw) throw refuse(flaw);
  const earlier = await tx
    .selectFrom('password_history')
    .select('hash')
    .where('user_id', '=', user.id)
    .orderBy('set_at', 'desc')
    .limit(REMEMBERED)
    .execute();
  for (const { hash } of earlier)
    if (await verifyPassword({ hash, password }))
      throw refuse({
        zh: `不能与最近 ${REMEMBERED} 次的密码相同。`,
        en: `The password must differ from the last ${REMEMBERED}.`,
      });
}

/** Sets the password of an account that has one or gets one now. @param byOther it has to be changed at first sign-in. */
export async function setPassword(tx: Tx, userId: string, password: string, at: Date, byOther: boolean): Promise<void> {
  const hash = await hashOf(password);
  const changed = await tx
    .updateTable('account')
    .set({ password: hash, updatedAt: at })
    .where('userId', '=', userId)
    .where('providerId', '=', CREDENTIAL)
    .executeTakeFirst();
  if (!changed.numUpdatedRows) {
    const id = `${CREDENTIAL}-${userId}`;
    const account = {
      id,
      accountId: userId,
      providerId: CREDENTIAL,
      userId,
      password: hash,
      createdAt: at,
      updatedAt: at,
    };
    await tx.insertInto('account').values(account).execute();
  }
  await tx.insertInto('password_history').values({ user_id: userId, hash, set_at: at }).execute();
  await tx
    .updateTable('user_state')
    .set({ password_changed_at: at, must_change_password: byOther, failures: 0, locked_until: null })
    .where('user_id', '=', userId)
    .execute();
}
