import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from './clock.ts';
import type { Database, Db } from './database/index.ts';
import type { ViewerOf } from './http/viewer-of.ts';
import type { Jobs } from './jobs/index.ts';
import type { Settings } from './settings.ts';
import type { Signals } from './signals/index.ts';

/** What the platform lends to every context. */
export interface Platform {
  settings: Settings;
  database: Database;
  db: Db;
  clock: Clock;
  jobs: Jobs;
  signals: Signals;
  log: FastifyBaseLogger;
  /** Who sends a request, for plain routes: `viewerOfRequest(platform.viewerOf, request, reply)`. */
  viewerOf: ViewerOf;
  /** Answers everything below /api/auth. */
  signIn: (request: Request) => Promise<Response>;
}
