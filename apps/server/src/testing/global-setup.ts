import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { contexts } from '../contexts.ts';
import { connectTo, migrate, startEmbedded } from '../platform/database/index.ts';
import { prepareJobs } from '../platform/jobs/index.ts';
import { TEMPLATE, type TestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: TestServer;
  }
}

/** One database server for the whole run, with an empty database that has every migration. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'forest-test-'));
  // Run by root, the database is another user's and has to reach its folder.
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder, { durable: false });
  const { host, port, user } = server;
  const admin = connectTo({ host, port, user, database: 'postgres' }, 1);
  await admin.pool.query(`create database ${TEMPLATE}`);
  await admin.close();
  const template = connectTo({ host, port, user, database: TEMPLATE }, 1);
  await migrate(
    template.pool,
    contexts.map(({ name, migrations }) => ({ context: name, migrations })),
  );
  await template.close();
  await prepareJobs({ host, port, user, database: TEMPLATE });
  project.provide('databaseServer', { host, port, user });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
