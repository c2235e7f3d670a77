import Fastify from 'fastify';
import { openIdentity } from '../identity/open-identity.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { JobKind } from '../platform/jobs/index.ts';
import { openJobs } from '../platform/jobs/index.ts';
import type { Platform } from '../platform/platform.ts';
import { readSettings, type Settings } from '../platform/settings.ts';
import { openSignals } from '../platform/signals/index.ts';

export interface TestPlatformOptions {
  clock?: Clock;
  settings?: Partial<Settings>;
  jobs?: readonly JobKind<never>[];
}

/** A platform without HTTP on a test's database, with a silent log. Close it before the database. */
export async function startTestPlatform(
  database: Database,
  { clock = systemClock, settings, jobs: kinds = [] }: TestPlatformOptions = {},
): Promise<Platform & { close(): Promise<void> }> {
  const signals = await openSignals(database);
  const lent = {
    settings: { ...testSettings(), ...settings },
    database,
    db: database.db,
    clock,
    signals,
    log: Fastify({ logger: false }).log,
  };
  const jobs = await openJobs(lent, kinds);
  await jobs.work();
  const close = async () => {
    await jobs.close();
    await signals.close();
  };
  return { ...lent, jobs, ...openIdentity(lent), close };
}

/** The defaults, with a known secret and nothing written to disk. */
export function testSettings(): Settings {
  return readSettings({ FOREST_SECRET: 'a secret that is only ever used in tests' }, '.');
}
