import { permittedActions } from '@forest/domain';
import type { RequestContext } from '../platform/http/request-context.ts';
import { findAccount, passwordReason } from './accounts.ts';
import { roleView } from './list-users.ts';

/** Who sends the request and what they may do somewhere; the web builds its menu from this. */
export async function whoAmI({
  db,
  user,
  clock,
  settings,
}: Pick<RequestContext, 'db' | 'user' | 'clock' | 'settings'>) {
  const account = user.signedIn ? await findAccount(db, user.id) : null;
  return {
    signedIn: user.signedIn,
    id: user.id,
    username: user.username,
    name: user.name,
    roles: account?.grants.map(roleView) ?? [],
    actions: permittedActions(user),
    pending: user.pending,
    passwordReason: account && passwordReason(account, settings, clock.now()),
    secondFactor: account?.secondFactor ?? false,
    demo: account?.demo ?? false,
  };
}
