import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import { contentOf, quote, readSequences, readTables, type StoredTable } from './catalogue.ts';
import { type BackupManifest, type BackupTable, FORMAT, MANIFEST } from './manifest.ts';
import { tarEnd, tarFile } from './tar.ts';

/** Table data is cut into files of about this size, so that reading needs little memory. */
const PART = 4 * 1024 * 1024;

/**
 * Writes everything to one file while the servers go on working: all tables are read in one snapshot, so the backup is
 * the database at one moment. The file appears under its name only when it is whole.
 * @param file a `.tar.gz` that any tar opens: `data/<table>/<part>.copy` and a manifest with sums.
 */
export async function backUp(database: Pick<Database, 'pool'>, file: string, clock: Clock): Promise<BackupManifest> {
  const client = await database.pool.connect();
  const unfinished = `${file}.unfinished`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const at = clock.now();
    const manifest = await startManifest(client, at);
    await pipeline(
      Readable.from(archive(client, manifest, at), { objectMode: false }),
      createGzip({ level: 4 }),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await rename(unfinished, file);
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    // Ends the snapshot, also after a failure in the middle of a COPY.
    client.release(true);
  }
}

async function startManifest(client: ClientBase, at: Date): Promise<BackupManifest> {
  const { rows: migrations } = await client.query(
    'select context, id, digest from schema_migration order by applied_at, context, id',
  );
  const { rows: server } = await client.query('show server_version');
  const sequences = await readSequences(client);
  return {
    format: FORMAT,
    version: 1,
    takenAt: at.toISOString(),
    serverVersion: server[0].server_version,
    migrations,
    tables: [],
    sequences,
  };
}

async function* archive(client: ClientBase, manifest: BackupManifest, at: Date): AsyncGenerator<Buffer> {
  for (const table of await readTables(client)) {
    const sums = yield* tableFiles(client, table, at);
    manifest.tables.push({ ...table, ...(await contentOf(client, table)), ...sums });
  }
  yield tarFile({ name: MANIFEST, data: Buffer.from(JSON.stringify(manifest, null, 2)) }, at);
  yield tarEnd;
}

async function* tableFiles(
  client: ClientBase,
  { name, columns }: StoredTable,
  at: Date,
): AsyncGenerator<Buffer, Pick<BackupTable, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  let parts = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = () => {
    parts += 1;
    const data = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    return tarFile({ name: `data/${name}/${String(parts).padStart(6, '0')}.copy`, data }, at);
  };
  for await (const chunk of client.query(copyTo(`copy ${quote(name)} (${columns.map(quote).join(', ')}) to stdout`))) {
    hash.update(chunk);
    bytes += chunk.length;
    size += chunk.length;
    waiting.push(chunk);
    if (size >= PART) yield flush();
  }
  if (size > 0) yield flush();
  return { bytes, sha256: hash.digest('hex') };
}
