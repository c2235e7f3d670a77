import '@fontsource-variable/noto-sans-sc';
import './shell/styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { routeTree } from './routeTree.gen.ts';
import { AppearanceProvider } from './shell/appearance.tsx';
import { Crashed, Missing } from './shell/frame/Fallbacks.tsx';
import { LanguageProvider } from './shell/language.tsx';
import { Loading } from './shell/parts/States.tsx';
import { makeQueryClient } from './shell/queries.ts';
import { meQuery } from './shell/session.ts';
import { parseSearch, stringifySearch } from './shell/url/search.ts';

/** A lost session or a pending duty is settled by asking again who is here: the frame's route then leads on. */
const queries = makeQueryClient(() => {
  queries.removeQueries({ queryKey: meQuery.queryKey });
  void router.invalidate();
});

const router = createRouter({
  routeTree,
  context: { queries },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: Loading,
  defaultPendingMs: 200,
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: Missing,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <LanguageProvider>
    <AppearanceProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </AppearanceProvider>
  </LanguageProvider>,
);
