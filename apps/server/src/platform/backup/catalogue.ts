import type { ClientBase } from 'pg';
import { LEFT_OUT } from './manifest.ts';

export interface StoredTable {
  name: string;
  /** Without computed ones. */
  columns: string[];
}

/** The tables to keep, each after those it refers to, so that they can be filled in this order. */
export async function readTables(client: ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and not c.relname = any($1) order by c.relname`,
    [LEFT_OUT],
  );
  const ordered: StoredTable[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size) {
    const free = [...waiting.values()].filter(({ refers }) => !refers.some((other) => waiting.has(other)));
    if (!free.length) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns } of free) {
      ordered.push({ name, columns });
      waiting.delete(name);
    }
  }
  return ordered;
}

/** Rows and their order-free sum; the text of a row is what is hashed. */
export async function contentOf(
  client: ClientBase,
  { name, columns }: StoredTable,
): Promise<{ rows: number; content: string }> {
  const list = columns.map(quote).join(', ');
  const { rows } = await client.query(
    `select count(*)::int as rows, coalesce(sum(hashtextextended(row(${list})::text, 0)::numeric), 0)::text as content from ${quote(name)}`,
  );
  return rows[0];
}

export async function readSequences(client: ClientBase): Promise<{ name: string; next: number }[]> {
  const { rows } = await client.query(
    `select sequencename as name, coalesce(last_value + increment_by, start_value)::bigint as next
     from pg_sequences where schemaname = 'public' order by sequencename`,
  );
  return rows.map(({ name, next }) => ({ name, next: Number(next) }));
}

export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
