import type { AnyContractRouter } from '@orpc/contract';
import type { Router } from '@orpc/server';
import type { FastifyInstance } from 'fastify';
import type { Migration } from './database/index.ts';
import type { RequestContext } from './http/request-context.ts';
import type { JobKind } from './jobs/index.ts';
import type { Platform } from './platform.ts';

/**
 * What a folder of the server hands to the platform. Its `index.ts` exports one value of this shape, and one line in
 * `contexts.ts` adds it to the program.
 */
export interface Context {
  /** Name of the folder and of the contract's key. */
  name: string;
  /** The schema in order; applied steps are never edited. */
  migrations: readonly Migration[];
  /** Implementation of `contract[name]`, built with `procedures(contract.…)`. */
  router?: Router<AnyContractRouter, RequestContext>;
  /** What it does on its own time. */
  jobs?: readonly JobKind<never>[];
  /** Plain HTTP routes, for streams that do not fit a contract: uploads and downloads below `/api/files/`. */
  routes?: (app: FastifyInstance, platform: Platform) => Promise<void>;
  /** Runs once after the migrations, before the first request: load content, warm caches, schedule. */
  start?: (platform: Platform) => Promise<void>;
}
