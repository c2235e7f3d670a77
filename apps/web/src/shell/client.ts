import type { contract } from '@forest/api';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';

/** The server behind the contract; types only, so no schema library enters the bundle. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(
  new RPCLink({ url: () => `${location.origin}/api/rpc` }),
);

/** Query and mutation options for every procedure: `useQuery(api.registry.enterprises.list.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client);

/** What each procedure answers, e.g. `Answers['registry']['enterprises']['get']`. */
export type Answers = InferContractRouterOutputs<typeof contract>;
