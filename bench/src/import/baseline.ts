import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Database } from '../../../apps/server/src/platform/database/index.ts';

/** The file's own columns in a bare table: no key, no index, nothing checked. @returns milliseconds. */
export async function copyFile(database: Database, file: string): Promise<number> {
  const client = await database.pool.connect();
  try {
    await client.query(`create table if not exists bare (name text, code text, registered date, type text, capital text,
      scope text, province text, city text, address text, folder smallint)`);
    await client.query('truncate bare');
    const start = performance.now();
    await pipeline(createReadStream(file), client.query(copyFrom('copy bare from stdin (format csv, header)')));
    return performance.now() - start;
  } finally {
    client.release();
  }
}

const tables = ['enterprise', 'statement', 'snapshot'] as const;

/** What an import has written, copied once more into empty tables of the same columns. @returns milliseconds. */
export async function copyWritten(database: Database, indexed: boolean): Promise<number> {
  const client = await database.pool.connect();
  try {
    let ms = 0;
    for (const table of tables) {
      await client.query(`drop table if exists twin`);
      await client.query(`create table twin (like ${table} including ${indexed ? 'all' : 'defaults'})`);
      const pieces: Buffer[] = [];
      for await (const piece of client.query(copyTo(`copy ${table} to stdout`))) pieces.push(piece as Buffer);
      const start = performance.now();
      await pipeline(pieces, client.query(copyFrom('copy twin from stdin')));
      ms += performance.now() - start;
    }
    return ms;
  } finally {
    client.release();
  }
}
