import { type App, startApp } from './app.ts';
import { readSettings } from './platform/settings.ts';

export type { App } from './app.ts';
export { clearDemo, type DemoStep, prepareDemo } from './demo/index.ts';
export { backUpPlatform, restorePlatform, verifyAuditTrail, type Where } from './maintenance.ts';
export { StartupFault } from './platform/startup-fault.ts';

export { addUser, exportList, importFile, openTools, takeCensus } from './tools/index.ts';

export interface StartOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
  host?: string;
  port?: number;
  log?: false | 'info' | 'warn';
  /** Default: the process's own. */
  env?: Record<string, string | undefined>;
}

/**
 * Starts the whole platform: database, migrations, jobs, HTTP.
 * @throws StartupFault with one sentence on what to do.
 */
export async function startPlatform(options: StartOptions): Promise<App> {
  const { dataDir, databaseUrl, host = '127.0.0.1', port = 8080, log = 'info', env = process.env } = options;
  const settings = readSettings({ ...env, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }, dataDir);
  return startApp({ settings, host, port, log });
}
