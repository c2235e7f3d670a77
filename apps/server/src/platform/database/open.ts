import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { StartupFault } from '../startup-fault.ts';
import { type EmbeddedOptions, startEmbedded } from './embedded.ts';
import type { Db, Tables, Tx } from './tables.ts';

export interface Database {
  db: Db;
  pool: pg.Pool;
  kind: 'embedded' | 'external';
  /** How to reach this database with a connection of one's own (LISTEN, pg-boss, backup). */
  connection: pg.ClientConfig;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** postgres://user:password@host:port/database; without it the built-in server runs on `dataDir`. */
  databaseUrl?: string | undefined;
  dataDir: string;
  /** Connections of this process; the built-in server allows 100 in all. */
  poolSize?: number;
  embedded?: EmbeddedOptions;
}

const NAME = 'forest';
const OLDEST_SUPPORTED = 150_000;

/** @throws StartupFault with one sentence on what to do when the database cannot be used. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, dataDir, poolSize = 20 } = options;
  if (databaseUrl) {
    const connection = { connectionString: databaseUrl, types: typeParsers, application_name: 'kechuang-forest' };
    await checkExternal(connection);
    return assemble('external', connection, poolSize, async () => {});
  }
  const server = await startEmbedded(dataDir, options.embedded);
  const { host, port, user } = server;
  await createDatabase({ host, port, user, database: 'postgres' }, NAME);
  const connection = { host, port, user, database: NAME, types: typeParsers, application_name: 'kechuang-forest' };
  return assemble('embedded', connection, poolSize, () => server.stop());
}

/** Opens a database that is known to be there; for tests and tools. */
export function connectTo(connection: pg.ClientConfig, poolSize = 10): Database {
  return assemble('external', { ...connection, types: typeParsers }, poolSize, async () => {});
}

/**
 * One transaction that can mix typed queries with the bare client, for COPY and cursors.
 * Ordinary use cases need only `db.transaction()`.
 */
export async function bulkTransaction<T>(
  database: Pick<Database, 'pool'>,
  work: (tx: Tx, client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  let broken = false;
  try {
    const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(client) }) });
    return await kysely.transaction().execute((tx) => work(tx, client));
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    // A failed COPY may leave the connection in the middle of a message: never lend it again.
    client.release(broken);
  }
}

/** A pool that lends the one client and never gives it back. */
function poolOf(client: pg.PoolClient): PostgresPool {
  const lent = new Proxy(client, {
    get: (target, name) => (name === 'release' ? () => {} : Reflect.get(target, name, target)),
  });
  return { connect: async () => lent, end: async () => {}, options: {} };
}

function assemble(
  kind: Database['kind'],
  connection: pg.ClientConfig,
  poolSize: number,
  stop: () => Promise<void>,
): Database {
  const pool = new pg.Pool({ ...connection, max: poolSize });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // Likewise for one that breaks while it is lent out: the query that waits on it fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= (async () => {
      await db.destroy();
      // Kysely ends the pool only when it has used it.
      if (!pool.ended) await pool.end();
      await stop();
    })();
    return closed;
  };
  return { db, pool, kind, connection, close };
}

async function createDatabase(connection: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${name}`);
  } catch (error) {
    // 42P04, 23505: another server created it a moment ago.
    if (!(error instanceof pg.DatabaseError) || !['42P04', '23505'].includes(error.code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

async function checkExternal(connection: pg.ClientConfig): Promise<void> {
  let client: pg.Client;
  try {
    client = new pg.Client({ ...connection, connectionTimeoutMillis: 15_000 });
    client.on('error', () => {});
    await client.connect();
  } catch (cause) {
    throw new StartupFault(
      {
        zh: `无法连接 DATABASE_URL 指向的数据库（${reason(cause)}）。请检查地址、用户名、密码与数据库名。`,
        en: `The database of DATABASE_URL cannot be reached (${reason(cause)}). Check address, user, password and database name.`,
      },
      cause,
    );
  }
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    );
    const { version, encoding } = rows[0];
    if (version < OLDEST_SUPPORTED || encoding !== 'UTF8')
      throw new StartupFault({
        zh: `DATABASE_URL 指向的数据库不可用：需要 PostgreSQL 15 以上、UTF8 编码，实际为 ${version}、${encoding}。`,
        en: `The database of DATABASE_URL cannot be used: it must be PostgreSQL 15 or later with UTF8, and is ${version} with ${encoding}.`,
      });
  } finally {
    await client.end();
  }
}

/** The driver's message names host or user, never the password. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : String(cause);
}

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;

/** Arrays of dates and numbers are written without quotes. */
const textArray = (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(','));

/**
 * bigint becomes a number (ids and counts stay below 2^53), a date stays ISO text (no time zone can shift it),
 * numeric stays text (exact).
 */
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === INT8) return Number;
      if (oid === INT8_ARRAY) return (text: string) => textArray(text).map(Number);
      if (oid === DATE) return (text: string) => text;
      if (oid === DATE_ARRAY) return textArray;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  },
};
