import { createFileRoute, redirect } from '@tanstack/react-router';
import { SignInPage } from '../identity/SignInPage.tsx';
import { meQuery } from '../shell/session.ts';
import { read } from '../shell/url/search.ts';

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { to?: string } => ({ to: ownPath(read.text(search, 'to')) }),
  beforeLoad: async ({ context, search }) => {
    const me = await context.queries.ensureQueryData(meQuery);
    if (me.signedIn) throw redirect({ href: search.to ?? '/' });
  },
  component: SignInPage,
});

/** Only a path of this site may follow a sign-in: `//elsewhere` and `https://elsewhere` would lead away. */
function ownPath(path: string | undefined): string | undefined {
  return path && /^\/(?![/\\])/.test(path) ? path : undefined;
}
