import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { failureCode } from './errors.ts';

/** One client for the page's life. `onRefused` hears of lost sessions and pending duties wherever they are noticed. */
export function makeQueryClient(onRefused: (code: 'signed_out' | 'pending') => void): QueryClient {
  const notice = (error: unknown) => {
    const code = failureCode(error);
    if (code === 'signed_out') onRefused('signed_out');
    if (code === 'password_change_required' || code === 'second_factor_required') onRefused('pending');
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && RETRIED.has(failureCode(error)),
      },
    },
  });
}

const RETRIED = new Set<ReturnType<typeof failureCode>>(['offline', 'unavailable']);
