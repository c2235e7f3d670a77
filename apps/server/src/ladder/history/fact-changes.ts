import type { Text } from '@forest/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';

/** One record of a source, as far as resolving needs it. */
export interface Said {
  enterpriseId: number;
  id: number;
  year: number;
  precedence: number;
  sourceName: Text;
  statedAt: Date;
  facts: Record<string, number | string | boolean>;
}

/** Every statement about some enterprises. */
export async function statementsOf(db: Db, enterprises: readonly number[]): Promise<Map<number, Said[]>> {
  const { rows } = await sql<Said>`
    select s.enterprise_id as "enterpriseId", s.id, s.year, source.precedence,
      source.name as "sourceName", s.stated_at as "statedAt", s.facts
    from statement s join source on source.id = s.source
    where s.enterprise_id = any(${enterprises}::bigint[])`.execute(db);
  return Map.groupBy(rows, (row) => row.enterpriseId);
}

export interface FactChange {
  fact: string;
  /** 0 = standing */
  year: number;
  from: number | string | boolean | undefined;
  to: number | string | boolean | undefined;
}

/**
 * Which resolved facts differ between two moments, told by the highest statement id that was there. Of several
 * records the most trusted counts, then the latest, as everywhere (registry/facts/resolve.ts).
 */
export function factChanges(
  said: readonly Said[],
  marks: { before: number; after: number },
  reads: readonly { fact: string; year: number }[],
): FactChange[] {
  const ordered = byTrust(said);
  const valueAt = (mark: number, fact: string, year: number) =>
    ordered.findLast((one) => one.id <= mark && one.year === year && Object.hasOwn(one.facts, fact))?.facts[fact];
  return reads.flatMap(({ fact, year }) => {
    const [from, to] = [valueAt(marks.before, fact, year), valueAt(marks.after, fact, year)];
    return from === to ? [] : [{ fact, year, from, to }];
  });
}

/** The least believed first, so that the last one that has a fact decides it. */
export function byTrust(said: readonly Said[]): Said[] {
  return said.toSorted(
    (a, b) => a.precedence - b.precedence || a.statedAt.getTime() - b.statedAt.getTime() || a.id - b.id,
  );
}
