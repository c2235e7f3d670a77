import { contexts } from '../contexts.ts';
import { type BackupManifest, backUp, restoreBackup } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/index.ts';
import { type ToolOptions, toolSettings } from './open-tools.ts';

/** Writes a consistent backup, beside running servers or alone. */
export function backUpTo(file: string, options: ToolOptions): Promise<BackupManifest> {
  return withDatabase(options, (database) => backUp(database, file, systemClock));
}

/** Fills an empty data folder (or the empty database of DATABASE_URL) and compares every table with the backup. */
export function restoreFrom(file: string, options: ToolOptions): Promise<BackupManifest> {
  const sets = contexts.map(({ name, migrations }) => ({ context: name, migrations }));
  return withDatabase(options, (database) => restoreBackup(database, file, sets));
}

async function withDatabase<T>(
  options: ToolOptions,
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir, poolSize } = toolSettings(options);
  const database = await openDatabase({ databaseUrl, dataDir, poolSize });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
