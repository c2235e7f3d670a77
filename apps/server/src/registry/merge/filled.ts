import type { StoredEnterprise } from '../enterprise/access.ts';

/** Each is filled as a whole: a code with its status, an address with its key. */
const groups = [
  ['credit_code', 'code_status'],
  ['address', 'address_key'],
  ['business_scope'],
  ['subdistrict_id'],
  ['park_id'],
  ['carrier_id'],
  ['registered_on'],
  ['industry_code'],
] as const;

type Filled = Partial<Pick<StoredEnterprise, (typeof groups)[number][number]>>;

/** What the kept enterprise does not know of itself and the absorbed one does. */
export function filledFrom(keep: StoredEnterprise, absorb: StoredEnterprise): Filled {
  const filled: Record<string, string | null> = {};
  for (const columns of groups)
    if (keep[columns[0]] === null && absorb[columns[0]] !== null)
      for (const column of columns) filled[column] = absorb[column];
  return filled;
}

export type Changes = Record<string, { from: string | null; to: string | null }>;

/** Identity columns before and after a merge; what undoing puts back. */
export function changedByMerge(before: StoredEnterprise, after: StoredEnterprise): Changes {
  const changes: Changes = {};
  for (const column of groups.flat())
    if (before[column] !== after[column]) changes[column] = { from: before[column], to: after[column] };
  return changes;
}

/** What to put back: a column that somebody has changed since the merge is left as it is. */
export function restored(changes: Changes, now: StoredEnterprise): Record<string, string | null> {
  const row = new Map<string, unknown>(Object.entries(now));
  return Object.fromEntries(
    Object.entries(changes).flatMap(([column, { from, to }]) => (row.get(column) === to ? [[column, from]] : [])),
  );
}
