import type { Dictionary } from '@forest/rules';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/index.ts';
import { type DerivedFact, type EnterpriseFacts, readFacts } from '../../registry/index.ts';

export interface BlockQuery {
  district: string;
  asOf: string;
  derivations: readonly DerivedFact[];
  /** Only enterprises with a higher id. */
  after: number;
  /** In ascending order; null = every active enterprise of the district. */
  enterprises: readonly number[] | null;
  size: number;
}

/** Facts that the registry computes from records instead of storing them. */
export function derivationsOf(dictionary: Dictionary): DerivedFact[] {
  return [...dictionary.values()].flatMap(({ id, derived }) => (derived ? [{ id, derived }] : []));
}

/**
 * The facts of active enterprises, block by block in the order of ids. A block is read in one snapshot of the
 * database, so that an enterprise's facts and its mark belong together.
 */
export async function* readBlocks(database: Database, query: BlockQuery): AsyncGenerator<EnterpriseFacts[]> {
  let after = query.after;
  for (;;) {
    const block = await database.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => readFacts(tx, await nextEnterprises(tx, query, after), query));
    const last = block.at(-1);
    if (!last) return;
    yield block;
    after = last.enterpriseId;
  }
}

type Whom = Pick<BlockQuery, 'district' | 'enterprises' | 'size'>;

async function nextEnterprises(tx: Tx, whom: Whom, after: number): Promise<number[]> {
  const { district, enterprises, size } = whom;
  const active = tx
    .selectFrom('enterprise')
    .select('id')
    .where('district', '=', district)
    .where('state', '=', 'active')
    .where('id', '>', after)
    .orderBy('id')
    .limit(size);
  if (!enterprises) return (await active.execute()).map((row) => row.id);
  const wanted = enterprises.filter((id) => id > after).slice(0, size);
  if (wanted.length === 0) return [];
  const rows = await active.where('id', '=', sql<number>`any(${wanted}::bigint[])`).execute();
  // When all of these have left meanwhile, the ones after them follow.
  return rows.length > 0 ? rows.map((row) => row.id) : nextEnterprises(tx, whom, wanted.at(-1)!);
}
