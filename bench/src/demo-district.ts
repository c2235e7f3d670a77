import path from 'node:path';
import { contexts } from '../../apps/server/src/contexts.ts';
import { demoDistrict } from '../../apps/server/src/ladder/testing/district.ts';
import { connectTo, type Database, migrate, startEmbedded } from '../../apps/server/src/platform/database/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const DEMO_DAY = '2026-02-01';

/** A PostgreSQL of its own, commits on disk, with district jianye full of synthetic enterprises; thrown away after. */
export async function withDemoDistrict<T>(count: number, work: (database: Database) => Promise<T>): Promise<T> {
  const { folder, remove } = temporaryFolder('district');
  const server = await startEmbedded(path.join(folder, 'data'));
  try {
    const { host, port, user } = server;
    const database = connectTo({ host, port, user, database: 'postgres' }, 6);
    try {
      await migrate(
        database.pool,
        contexts.map(({ name, migrations }) => ({ context: name, migrations })),
      );
      await demoDistrict(database, { count, now: DEMO_DAY });
      await database.pool.query('vacuum analyze');
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    remove();
  }
}
