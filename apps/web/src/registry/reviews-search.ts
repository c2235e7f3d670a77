import { type ListSearch, read, readPaging } from '../shell/url/search.ts';

export const reviewKinds = ['address_code_mismatch', 'credit_code', 'duplicate', 'name_change', 'implausible'] as const;
export const reviewStates = ['open', 'confirmed', 'corrected'] as const;

export interface ReviewSearch extends Omit<ListSearch, 'sort'> {
  kind?: (typeof reviewKinds)[number][];
  state?: (typeof reviewStates)[number];
  enterpriseId?: number;
}

export function readReviewSearch(search: Record<string, unknown>): ReviewSearch {
  return {
    kind: read.someOf(search, 'kind', reviewKinds),
    state: read.oneOf(search, 'state', reviewStates),
    enterpriseId: read.whole(search, 'enterpriseId', 1, Number.MAX_SAFE_INTEGER),
    ...readPaging(search),
  };
}
