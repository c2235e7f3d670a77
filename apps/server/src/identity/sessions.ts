import { appendAudit } from '../platform/audit/index.ts';
import { authoriseAnywhere } from '../platform/authorise.ts';
import type { Tx } from '../platform/database/index.ts';
import { notFound } from '../platform/fault.ts';
import type { RequestContext } from '../platform/http/request-context.ts';
import type { Signals } from '../platform/signals/index.ts';
import { readGrants } from './grants.ts';
import { canManage, userWord } from './manageable.ts';
import { SESSION_TOPIC } from './viewers.ts';

type Use = Pick<RequestContext, 'db' | 'user' | 'clock' | 'signals'>;

/** My sessions, or those of a user whom I manage. */
export async function listSessions(input: { userId?: string | undefined }, use: Use) {
  const userId = input.userId ?? use.user.id;
  await assertMine(userId, use);
  const rows = await use.db
    .selectFrom('session')
    .selectAll()
    .where('userId', '=', userId)
    .where('expiresAt', '>', use.clock.now())
    .orderBy('updatedAt', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt,
    lastSeenAt: row.updatedAt,
    expiresAt: row.expiresAt,
    ip: row.ipAddress,
    userAgent: row.userAgent,
    current: row.id === use.user.sessionId,
  }));
}

export async function revokeSession(input: { id: string }, use: Use): Promise<void> {
  await use.db.transaction().execute(async (tx) => {
    const session = await tx.selectFrom('session').select('userId').where('id', '=', input.id).executeTakeFirst();
    if (!session) throw notFound({ zh: '该会话', en: 'session' });
    await assertMine(session.userId, use);
    await endSessions(tx, use.signals, session.userId, { only: input.id });
    const district = (await readGrants(tx, [session.userId]))[0]?.district ?? null;
    await appendAudit(tx, use, { action: 'session.end', subject: { kind: 'user', id: session.userId }, district });
  });
}

/** Ends sessions at once on every server, although browsers hold signed cookies. */
export async function endSessions(
  tx: Tx,
  signals: Signals,
  userId: string,
  which: { only?: string; except?: string | null } = {},
): Promise<void> {
  const { only, except } = which;
  const gone = await tx
    .deleteFrom('session')
    .where('userId', '=', userId)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .$if(!!except, (query) => query.where('id', '<>', except ?? ''))
    .returning('id')
    .execute();
  for (const { id } of gone) await signals.publish(tx, SESSION_TOPIC, id);
}

async function assertMine(userId: string, { db, user }: Use): Promise<void> {
  if (userId === user.id) return;
  authoriseAnywhere(user, 'user.manage');
  if (!canManage(user, 'user.manage', await readGrants(db, [userId]))) throw notFound(userWord);
}
