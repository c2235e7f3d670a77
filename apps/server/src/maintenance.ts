import { contexts } from './contexts.ts';
import { type AuditHead, type AuditReport, appendAudit, verifyAudit } from './platform/audit/index.ts';
import { type BackupManifest, backUp, restoreBackup } from './platform/backup/index.ts';
import { systemClock } from './platform/clock.ts';
import { type Database, migrate, openDatabase } from './platform/database/index.ts';

/** Which database to work on; a running server is joined, otherwise the embedded database is started for the work. */
export interface Where {
  dataDir: string;
  databaseUrl?: string | undefined;
}

const sets = contexts.map(({ name, migrations }) => ({ context: name, migrations }));

/** Writes a backup; the servers may go on working. @throws StartupFault with one sentence on what to do. */
export function backUpPlatform(where: Where, file: string): Promise<BackupManifest> {
  return withDatabase(where, async (database) => {
    await migrate(database.pool, sets);
    const manifest = await backUp(database, file, systemClock);
    const detail = { takenAt: manifest.takenAt, tables: manifest.tables.length };
    await database.db
      .transaction()
      .execute((tx) =>
        appendAudit(
          tx,
          { user: null, clock: systemClock },
          { action: 'backup.run', subject: { kind: 'backup', id: manifest.takenAt }, district: null, detail },
        ),
      );
    return manifest;
  });
}

/** Fills a new data folder, or an empty database, and compares. @throws StartupFault with one sentence on what to do. */
export function restorePlatform(where: Where, file: string): Promise<BackupManifest> {
  return withDatabase(where, (database) => restoreBackup(database, file, sets));
}

/** @param anchors the `heads` that end an earlier export or report, kept elsewhere. */
export function verifyAuditTrail(where: Where, anchors: readonly AuditHead[] = []): Promise<AuditReport> {
  return withDatabase(where, async (database) => {
    await migrate(database.pool, sets);
    return verifyAudit(database.db, anchors);
  });
}

async function withDatabase<T>({ dataDir, databaseUrl }: Where, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir, databaseUrl, poolSize: 4 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
