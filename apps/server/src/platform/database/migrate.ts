import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { StartupFault } from '../startup-fault.ts';

/** One step of a context's schema. Steps are never edited after release: add a new one. */
export interface Migration {
  /** Unique inside the context, e.g. `0003-contact-mask`. */
  id: string;
  /** Plain SQL, possibly several statements; runs in a transaction of its own. */
  up: string;
}

export interface MigrationSet {
  context: string;
  migrations: readonly Migration[];
}

/** Any constant will do; it only has to be the same in every server. */
const LOCK = 7_214_003;

/**
 * Brings the schema up to date, context by context in the order given. Servers that start together wait for each
 * other; a kill in the middle of a step leaves that step undone.
 * @returns the steps applied now, as `context/id`.
 * @throws StartupFault when an applied step was edited, or when the database is newer than the program.
 */
export async function migrate(pool: Pool, sets: readonly MigrationSet[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, sets);
  } finally {
    // Closing the connection gives the lock back, whatever happened.
    client.release(true);
  }
}

async function applyMissing(client: ClientBase, sets: readonly MigrationSet[]): Promise<string[]> {
  await client.query(`create table if not exists schema_migration (
    context text not null, id text not null, digest text not null, applied_at timestamptz not null default now(),
    primary key (context, id))`);
  const { rows } = await client.query<{ context: string; id: string; digest: string }>(
    'select context, id, digest from schema_migration',
  );
  const applied = new Map(rows.map((row) => [`${row.context}/${row.id}`, row.digest]));
  const known = new Set<string>();
  const now: string[] = [];
  for (const { context, migrations } of sets) {
    for (const { id, up } of migrations) {
      const name = `${context}/${id}`;
      if (known.has(name)) throw new Error(`two migrations are called ${name}`);
      known.add(name);
      const digest = createHash('sha256').update(up).digest('hex');
      const before = applied.get(name);
      if (before === undefined) {
        await apply(client, context, id, up, digest);
        now.push(name);
      } else if (before !== digest) throw edited(name);
    }
  }
  const newer = [...applied.keys()].find(
    (name) => sets.some((set) => name.startsWith(`${set.context}/`)) && !known.has(name),
  );
  if (newer) throw fromNewerProgram(newer);
  return now;
}

async function apply(client: ClientBase, context: string, id: string, up: string, digest: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(up);
    await client.query('insert into schema_migration (context, id, digest) values ($1, $2, $3)', [context, id, digest]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw new Error(`migration ${context}/${id} failed: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function edited(name: string): StartupFault {
  return new StartupFault({
    zh: `数据库升级步骤 ${name} 在执行之后被修改过。请恢复原文并另加一步；开发环境可以换一个空的数据目录。`,
    en: `Migration ${name} was edited after it had been applied. Restore its text and add a new step; in development use an empty data folder.`,
  });
}

function fromNewerProgram(name: string): StartupFault {
  return new StartupFault({
    zh: `数据库已由更新版本的程序升级（${name}）。请使用那个版本或更新的版本启动。`,
    en: `The database was upgraded by a newer version of the program (${name}). Start that version or a later one.`,
  });
}
