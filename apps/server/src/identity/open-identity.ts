import type { Platform } from '../platform/platform.ts';
import { guardAccounts } from './guard-accounts.ts';
import { createSignIn } from './sign-in.ts';
import { recogniseViewers } from './viewers.ts';

/** Sign-in for one server: answers `/api/auth` and recognises the senders of requests. */
export function openIdentity(
  lent: Pick<Platform, 'db' | 'clock' | 'settings' | 'signals' | 'log'>,
): Pick<Platform, 'viewerOf' | 'signIn'> {
  const signIn = createSignIn(lent, guardAccounts(lent));
  return { viewerOf: recogniseViewers(lent, signIn), signIn: (request) => signIn.handler(request) };
}
