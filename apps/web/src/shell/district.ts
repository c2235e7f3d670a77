import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, client } from './client.ts';

/** The district shown on every page; the server's day is the default as-of date. */
export const districtQuery = queryOptions({
  queryKey: api.system.district.queryKey(),
  queryFn: () => client.system.district(),
  staleTime: 300_000,
});

export function useDistrict() {
  return useQuery(districtQuery).data;
}
