import { appendAudit } from '../platform/audit/index.ts';
import { Fault } from '../platform/fault.ts';
import type { RequestContext } from '../platform/http/request-context.ts';
import { ACCOUNT_TOPIC } from './accounts.ts';
import { guardAccounts } from './guard-accounts.ts';
import { assertAcceptable, isPassword, setPassword } from './passwords.ts';
import { endSessions } from './sessions.ts';

type Use = Pick<RequestContext, 'db' | 'user' | 'clock' | 'signals' | 'settings' | 'ip'>;

/** Changes the own password and ends all other sessions. A wrong current password counts like one at sign-in. */
export async function changePassword(input: { current: string; next: string }, use: Use): Promise<void> {
  const { db, user, clock, settings, signals } = use;
  const guard = guardAccounts(use);
  const username = user.username ?? '';
  const locked = await guard.beforePassword(username);
  if (locked) throw new Fault('forbidden', locked.text);
  const right = await db.transaction().execute((tx) => isPassword(tx, user.id, input.current));
  if (!right) {
    await guard.passwordFailed(username, use.ip);
    throw new Fault('invalid', { zh: '当前密码不正确。', en: 'The current password is wrong.' });
  }
  await db.transaction().execute(async (tx) => {
    await assertAcceptable(tx, { id: user.id, username }, input.next, settings.password);
    await setPassword(tx, user.id, input.next, clock.now(), false);
    await endSessions(tx, signals, user.id, { except: user.sessionId });
    const district = user.grants[0]?.district ?? null;
    await appendAudit(tx, use, { action: 'user.changePassword', subject: { kind: 'user', id: user.id }, district });
    await signals.publish(tx, ACCOUNT_TOPIC, user.id);
  });
}
