import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';

/** Counting a hundred thousand rows costs more than showing fifty of them; below this a total is always counted anew. */
const LARGE = 2_000;
const REMEMBERED_MS = 10_000;
const MOST = 500;

interface Remembered {
  total: Promise<number>;
  until: number;
}

/** By database, so that two of them in one process never share; a transaction is an object of its own. */
const remembered = new WeakMap<Db, Map<string, Remembered>>();

/**
 * How many enterprises (alias `e`) satisfy the condition. A large total is remembered for ten seconds or until
 * `forgetTotals`; equal questions asked at the same time are counted once. The viewer's scope is part of the
 * condition, so nobody is told another's total.
 */
export async function totalOf(db: Db, where: RawBuilder<SqlBool>): Promise<number> {
  const query = sql<{ total: number }>`select count(*) as total from enterprise e where ${where}`;
  const { sql: text, parameters } = query.compile(db);
  const key = JSON.stringify([text, parameters]);
  const known = remembered.get(db) ?? new Map<string, Remembered>();
  remembered.set(db, known);
  const before = known.get(key);
  if (before && before.until > performance.now()) return before.total;
  const total = query.execute(db).then(({ rows }) => rows[0]!.total);
  known.set(key, { total, until: performance.now() + REMEMBERED_MS });
  if (known.size > MOST) known.delete(known.keys().next().value!);
  const forget = () => {
    if (known.get(key)?.total === total) known.delete(key);
  };
  total.then((count) => count < LARGE && forget(), forget);
  return total;
}

/** After a change made by this server. */
export function forgetTotals(db: Db): void {
  remembered.delete(db);
}
