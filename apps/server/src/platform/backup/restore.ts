import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Database, type Migration, type MigrationSet, migrate } from '../database/index.ts';
import { StartupFault } from '../startup-fault.ts';
import { contentOf, quote, type StoredTable } from './catalogue.ts';
import { backupFiles, checkBackup, tableOf } from './check-backup.ts';
import type { BackupManifest } from './manifest.ts';

/**
 * Fills an empty database from a backup, compares every table with it and brings the schema up to this program.
 * Nothing of the data stays behind when anything differs.
 * @throws StartupFault when the file is damaged, the database is not empty, or the backup is from a newer program.
 */
export async function restoreBackup(
  database: Pick<Database, 'pool'>,
  file: string,
  sets: readonly MigrationSet[],
): Promise<BackupManifest> {
  const manifest = await checkBackup(file);
  await assertEmpty(database);
  await migrate(database.pool, schemaOf(manifest, sets));
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await withoutTriggers(client);
    await emptyTables(client, manifest);
    await copyTables(client, file, manifest);
    await compare(client, manifest);
    for (const { name, next } of manifest.sequences)
      await client.query(`select setval($1::regclass, $2, false)`, [`public.${quote(name)}`, next]);
    await endRunningJobs(client);
    await client.query('commit');
  } finally {
    client.release(true);
  }
  await migrate(database.pool, sets);
  return manifest;
}

/** Only the steps that the backup's database had. */
function schemaOf({ migrations, takenAt }: BackupManifest, sets: readonly MigrationSet[]): MigrationSet[] {
  const known = new Map(
    sets.flatMap(({ context, migrations }) =>
      migrations.map((step): [string, Migration] => [`${context}/${step.id}`, step]),
    ),
  );
  const newer = migrations.find(({ context, id }) => !known.has(`${context}/${id}`));
  if (newer)
    throw new StartupFault({
      zh: `备份（${takenAt}）来自更新版本的程序（${newer.context}/${newer.id}）。请用那个版本恢复。`,
      en: `The backup (${takenAt}) comes from a newer program (${newer.context}/${newer.id}). Restore it with that version.`,
    });
  const had = new Set(migrations.map(({ context, id }) => `${context}/${id}`));
  return sets.map(({ context, migrations: steps }) => ({
    context,
    migrations: steps.filter(({ id }) => had.has(`${context}/${id}`)),
  }));
}

async function assertEmpty({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const { rows } = await pool.query(
    `select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') limit 1`,
  );
  if (rows.length)
    throw new StartupFault({
      zh: '目标数据库不是空的。为防覆盖，只能恢复到新的数据目录或空的数据库。',
      en: 'The target database is not empty. To overwrite nothing, restore into a new data folder or an empty database.',
    });
}

/** Rows come as they were: no trigger may touch them. Needs a superuser; elsewhere triggers run and the comparison decides. */
async function withoutTriggers(client: ClientBase): Promise<void> {
  const { rows } = await client.query(`select rolsuper from pg_roles where rolname = current_user`);
  if (rows[0]?.rolsuper) await client.query('set local session_replication_role = replica');
}

/** Migrations put first rows into some tables; the backup has its own. */
async function emptyTables(client: ClientBase, { tables }: BackupManifest): Promise<void> {
  for (const { name } of tables.toReversed()) {
    const { rowCount } = await client.query(`select 1 from ${quote(name)} limit 1`);
    if (rowCount) await client.query(`delete from ${quote(name)}`);
  }
}

async function copyTables(client: ClientBase, file: string, { tables }: BackupManifest): Promise<void> {
  let current: { name: string; write(data: Buffer): Promise<void>; end(): Promise<void> } | undefined;
  for await (const { name, data } of backupFiles(file)) {
    const table = tables.find((one) => one.name === tableOf(name));
    if (!table) continue;
    if (current?.name !== table.name) {
      await current?.end();
      current = copyInto(client, table);
    }
    await current.write(data);
  }
  await current?.end();
}

function copyInto(client: ClientBase, { name, columns }: StoredTable) {
  const stream = client.query(copyFrom(`copy ${quote(name)} (${columns.map(quote).join(', ')}) from stdin`));
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error));
  // A failure is reported by whichever step waits next.
  failed.catch(() => {});
  return {
    name,
    write: (data: Buffer) => Promise.race([failed, new Promise<void>((done) => stream.write(data, () => done()))]),
    end: async () => {
      const finished = once(stream, 'finish');
      stream.end();
      await Promise.race([failed, finished]);
    },
  };
}

async function compare(client: ClientBase, { tables }: BackupManifest): Promise<void> {
  for (const table of tables) {
    const { rows, content } = await contentOf(client, table);
    if (rows !== table.rows || content !== table.content)
      throw new StartupFault({
        zh: `恢复后的表 ${table.name} 与备份不一致（应有 ${table.rows} 行，实有 ${rows} 行），已撤销恢复。`,
        en: `The restored table ${table.name} differs from the backup (${table.rows} rows expected, ${rows} found); the restore was undone.`,
      });
  }
}

/** What ran when the backup was taken does not run here. */
async function endRunningJobs(client: ClientBase): Promise<void> {
  const text = JSON.stringify({ zh: '从备份恢复，任务已中止。', en: 'Ended by the restore from a backup.' });
  await client.query(
    `update job_run set state = 'failed', message = $1, finished_at = now() where state in ('queued', 'running')`,
    [text],
  );
}
