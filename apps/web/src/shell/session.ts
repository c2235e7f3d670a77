import type { Action } from '@forest/domain';
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Answers, api, client } from './client.ts';

export type Me = Answers['identity']['me'];

/** Who is here; also true for nobody (`signedIn: false`). */
export const meQuery = queryOptions({
  queryKey: api.identity.me.queryKey(),
  queryFn: () => client.identity.me(),
  staleTime: 60_000,
});

/** Inside the frame somebody is always signed in: the frame's route sees to it before anything is drawn. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the viewer may do this anywhere; what exactly, the server decides for each subject. */
export function mayDo(me: Me, action: Action): boolean {
  return me.actions.includes(action);
}

export function useMay(): (action: Action) => boolean {
  const me = useMe();
  return (action) => mayDo(me, action);
}

const TRIES = 10;
const PAUSE_MS = 200;

/**
 * Asks again who is here after something about the account was changed. Servers hear of such changes by a signal, a
 * moment after the change itself was answered: so it is asked until the answer shows it, for two seconds at most.
 */
export async function refreshMe(queries: QueryClient, shows: (me: Me) => boolean): Promise<Me> {
  for (let tries = 1; ; tries++) {
    const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    if (shows(me) || tries === TRIES) return me;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
