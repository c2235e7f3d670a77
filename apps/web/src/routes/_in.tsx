import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { Frame } from '../shell/frame/Frame.tsx';
import { meQuery } from '../shell/session.ts';

/** Everything behind the sign-in: nobody gets past it unknown, or with a password to change. */
export const Route = createFileRoute('/_in')({
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.ensureQueryData(meQuery);
    if (!me.signedIn) throw redirect({ to: '/sign-in', search: { to: location.href } });
    if (me.pending && location.pathname !== '/account') throw redirect({ to: '/account' });
    return { me };
  },
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
});
