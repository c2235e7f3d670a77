import type { Recognised, ViewerOf } from '../platform/http/viewer-of.ts';
import type { Platform } from '../platform/platform.ts';
import { SharedCache } from '../platform/signals/index.ts';
import { publicViewer } from '../platform/viewer.ts';
import { ACCOUNT_TOPIC, type Account, findAccount, pendingOf } from './accounts.ts';
import { COOKIE_CACHE_SECONDS, type SignIn } from './sign-in.ts';

/** Signalled with a session's id when it is ended by somebody. */
export const SESSION_TOPIC = 'identity.session';

const nobody: Recognised = { viewer: publicViewer, cookies: [] };

/**
 * Recognises the sender of a request. The signed cookie is believed for a minute without asking the database; sessions
 * that were ended in that minute are known by signal, and after a lost signal connection every session is looked up.
 */
export function recogniseViewers(
  { db, clock, settings, signals }: Pick<Platform, 'db' | 'clock' | 'settings' | 'signals'>,
  signIn: SignIn,
): ViewerOf {
  const accounts = new SharedCache<Account | null>(signals, ACCOUNT_TOPIC, (id) => findAccount(db, id));
  const ended = new Map<string, number>();
  let distrustUntil = 0;
  signals.on(SESSION_TOPIC, (id) => {
    const until = Date.now() + COOKIE_CACHE_SECONDS * 1000;
    if (id === null) distrustUntil = until;
    else ended.set(id, until);
    for (const [other, at] of ended) if (at < Date.now()) ended.delete(other);
  });

  return async (headers) => {
    if (!headers.get('cookie')?.includes('forest.')) return nobody;
    const disableCookieCache = Date.now() < distrustUntil;
    const answer = await signIn.api.getSession({ headers, query: { disableCookieCache }, returnHeaders: true });
    const found = answer.response;
    if (!found || ended.has(found.session.id)) return nobody;
    const account = await accounts.get(found.user.id);
    if (!account) return nobody;
    const { id, username, name, grants } = account;
    const pending = pendingOf(account, settings, clock.now());
    const viewer = { id, username, name, grants, signedIn: true, sessionId: found.session.id, pending };
    return { viewer, cookies: answer.headers.getSetCookie() };
  };
}
