import { appendAudit } from '../platform/audit/index.ts';
import type { Db } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { ACCOUNT_TOPIC } from './accounts.ts';
import { readGrants } from './grants.ts';
import type { Guard, Refusal } from './guard.ts';

/** Lockout after failures, disabled accounts, and the record of every sign-in. */
export function guardAccounts({
  db,
  clock,
  signals,
  settings: { password: rules },
}: Pick<Platform, 'db' | 'clock' | 'signals' | 'settings'>): Guard {
  const stateOf = (column: 'username' | 'id', value: string) =>
    db
      .selectFrom('user')
      .innerJoin('user_state', 'user_state.user_id', 'user.id')
      .select(['user.id', 'user_state.locked_until', 'user_state.disabled_at'])
      .where(`user.${column}`, '=', value)
      .executeTakeFirst();

  return {
    async beforePassword(username) {
      const state = await stateOf('username', username);
      return state ? lockedRefusal(state.locked_until, clock.now()) : null;
    },
    async passwordFailed(username, ip) {
      const state = await stateOf('username', username);
      if (!state) return;
      await db.transaction().execute(async (tx) => {
        const now = clock.now();
        const until = new Date(now.getTime() + rules.lockMinutes * 60_000);
        const row = await tx
          .updateTable('user_state')
          .set((is) => ({
            failures: is(is.ref('failures'), '+', 1),
            locked_until: is
              .case()
              .when(is('failures', '>=', rules.lockAfterFailures - 1))
              .then(until)
              .else(is.ref('locked_until'))
              .end(),
          }))
          .where('user_id', '=', state.id)
          .returning(['failures', 'locked_until'])
          .executeTakeFirstOrThrow();
        const refusal = lockedRefusal(row.locked_until, now);
        if (refusal) await tx.updateTable('user_state').set({ failures: 0 }).where('user_id', '=', state.id).execute();
        const district = await districtOf(tx, state.id);
        const detail = { ip, failures: row.failures, locked: refusal !== null };
        await appendAudit(
          tx,
          { user: null, clock },
          { action: 'session.refuse', subject: { kind: 'user', id: state.id }, district, detail },
        );
      });
    },
    async beforeSession(userId) {
      const state = await stateOf('id', userId);
      if (!state || state.disabled_at) return disabledRefusal;
      return lockedRefusal(state.locked_until, clock.now());
    },
    async signedIn(userId, way) {
      await db.transaction().execute(async (tx) => {
        const grants = await readGrants(tx, [userId]);
        await tx
          .updateTable('user_state')
          .set({ last_sign_in_at: clock.now(), failures: 0, locked_until: null })
          .where('user_id', '=', userId)
          .execute();
        const district = grants[0]?.district ?? null;
        await appendAudit(
          tx,
          { user: { id: userId, grants }, clock },
          { action: 'session.start', subject: { kind: 'user', id: userId }, district, detail: { way } },
        );
      });
    },
    async secondFactorChanged(userId, enabled) {
      await db.transaction().execute(async (tx) => {
        const grants = await readGrants(tx, [userId]);
        await appendAudit(
          tx,
          { user: { id: userId, grants }, clock },
          {
            action: 'user.secondFactor',
            subject: { kind: 'user', id: userId },
            district: grants[0]?.district ?? null,
            detail: { enabled },
          },
        );
        await signals.publish(tx, ACCOUNT_TOPIC, userId);
      });
    },
  };
}

async function districtOf(db: Db, userId: string): Promise<string | null> {
  return (await readGrants(db, [userId]))[0]?.district ?? null;
}

const disabledRefusal: Refusal = {
  code: 'ACCOUNT_DISABLED',
  text: { zh: '账号已停用，请联系安全管理员。', en: 'The account is disabled. Ask the security administrator.' },
  retryAfterSeconds: null,
};

function lockedRefusal(until: Date | null, now: Date): Refusal | null {
  if (!until || until <= now) return null;
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  const minutes = Math.ceil(seconds / 60);
  return {
    code: 'ACCOUNT_LOCKED',
    text: {
      zh: `失败次数过多，账号已锁定，请 ${minutes} 分钟后再试，或联系安全管理员解锁。`,
      en: `Too many failures: the account is locked. Try again in ${minutes} minutes, or ask the security administrator.`,
    },
    retryAfterSeconds: seconds,
  };
}
