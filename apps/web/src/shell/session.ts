import type { Action } from '@forest/domain';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
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
