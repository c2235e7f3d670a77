import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { kindOfFailure } from './errors.ts';

/** One client for the page's life. A lost session leads to the sign-in page from wherever it is noticed. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const notice = (error: unknown) => {
    if (kindOfFailure(error) === 'signed_out') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && ['offline', 'other'].includes(kindOfFailure(error)),
      },
    },
  });
}
