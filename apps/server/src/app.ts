import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { contexts } from './contexts.ts';
import { openIdentity } from './identity/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { migrate, openDatabase } from './platform/database/index.ts';
import { createHttpServer } from './platform/http/server.ts';
import { openJobs } from './platform/jobs/index.ts';
import type { Platform } from './platform/platform.ts';
import type { Settings } from './platform/settings.ts';
import { assertSharedSecret } from './platform/shared-secret.ts';
import { openSignals } from './platform/signals/index.ts';
import { StartupFault } from './platform/startup-fault.ts';

export interface AppOptions {
  settings: Settings;
  host: string;
  /** 0 = any free one. */
  port: number;
  clock?: Clock;
  /** false = silent; a level otherwise. */
  log?: false | 'info' | 'warn';
}

export interface App {
  url: string;
  platform: Platform;
  /** In order: no new requests, running jobs handed on, connections closed, embedded database stopped. */
  close(): Promise<void>;
}

/** The platform without HTTP: what a command of the command line works with. */
export interface OpenedPlatform {
  platform: Platform;
  /** Begins to take jobs; a server does at once, a command only when it waits for one. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** Database, migrations, jobs and the contexts' own start, in order. What was opened is closed when a later step fails. */
export async function openPlatform({
  settings,
  clock = systemClock,
  log: level = 'info',
}: Pick<AppOptions, 'settings' | 'clock' | 'log'>): Promise<OpenedPlatform> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const undo of opened.reverse().splice(0)) await undo();
  };
  try {
    const log = Fastify({ logger: level === false ? false : { level } }).log;
    const { databaseUrl, dataDir, poolSize } = settings;
    const database = await openDatabase({ databaseUrl, dataDir, poolSize });
    opened.push(() => database.close());
    await migrate(
      database.pool,
      contexts.map(({ name, migrations }) => ({ context: name, migrations })),
    );
    await assertSharedSecret(database, settings);
    const signals = await openSignals(database);
    opened.push(() => signals.close());
    const lent = { settings, database, db: database.db, clock, signals, log };
    const jobs = await openJobs(
      lent,
      contexts.flatMap((context) => context.jobs ?? []),
    );
    opened.push(() => jobs.close());
    const platform: Platform = { ...lent, jobs, ...openIdentity(lent) };
    for (const { start } of contexts) await start?.(platform);
    return { platform, work: () => jobs.work(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The whole program, listening. */
export async function startApp(options: AppOptions): Promise<App> {
  const { settings, host, port } = options;
  const { platform, work, close } = await openPlatform(options);
  const http = await createHttpServer(platform, contexts);
  try {
    await work();
    await http.listen({ host, port }).catch((error) => {
      throw cannotListen(host, port, error);
    });
  } catch (error) {
    await http.close();
    await close();
    throw error;
  }
  const { port: used } = http.server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return {
    url: settings.publicUrl ?? `http://${shown.includes(':') ? `[${shown}]` : shown}:${used}`,
    platform,
    close: async () => {
      await http.close();
      await close();
    },
  };
}

function cannotListen(host: string, port: number, cause: unknown): StartupFault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  if (code === 'EADDRINUSE')
    return new StartupFault(
      {
        zh: `端口 ${port} 已被占用。请换一个端口（--port），或先停止占用它的程序。`,
        en: `Port ${port} is in use. Choose another one (--port), or stop the program that holds it.`,
      },
      cause,
    );
  return new StartupFault(
    {
      zh: `无法在 ${host}:${port} 监听（${code}）。请检查地址与权限。`,
      en: `Cannot listen on ${host}:${port} (${code}). Check the address and your permissions.`,
    },
    cause,
  );
}
