import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { forLog } from '../for-log.ts';
import type { Platform } from '../platform.ts';
import { serveApi } from './api.ts';
import { faultBodyOf, statusOf } from './error-mapping.ts';
import { addHealth } from './health.ts';
import { addMetrics } from './metrics.ts';
import { serveDocuments } from './openapi.ts';
import { RateLimit } from './rate-limit.ts';
import { addRequestLog, logOptions } from './request-log.ts';
import { refuseCrossSite } from './same-origin.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { serveWeb } from './web-files.ts';

const webFolder = path.resolve(import.meta.dirname, '../../../../web/dist');
const BODY_LIMIT = 4 * 1024 * 1024;

/** Everything that answers HTTP, composed from the contexts; not yet listening. */
export async function createHttpServer(platform: Platform, contexts: readonly Context[]): Promise<FastifyInstance> {
  const { settings, clock, db, viewerOf } = platform;
  const publicOrigin = settings.publicUrl ? new URL(settings.publicUrl).origin : null;
  const app: FastifyInstance = Fastify({
    ...logOptions,
    loggerInstance: platform.log,
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address, hop) => hop < settings.trustedProxies,
    // Idle keep-alive connections would hold a closing server back.
    forceCloseConnections: 'idle',
  });
  addSecurityHeaders(app, publicOrigin?.startsWith('https:') ?? false);
  addRequestLog(app);
  refuseCrossSite(app, publicOrigin);
  app.setErrorHandler((error, request, reply) => {
    const body = faultBodyOf(error, request.id);
    if (body.code === 'internal') request.log.error({ err: forLog(error) }, 'unexpected');
    return reply.code(statusOf[body.code]).send(body);
  });
  // An empty body is what a client sends that has nothing to say.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(body as string));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
  addHealth(app, db);
  addMetrics(app, platform);
  serveDocuments(app);
  const router = Object.fromEntries(contexts.flatMap(({ name, router }) => (router ? [[name, router]] : [])));
  serveApi(app, { platform, router, viewerOf, rateLimit: new RateLimit(settings.requestsPerMinute, clock) });
  for (const { routes } of contexts) if (routes) await app.register((scope) => routes(scope, platform));
  await serveWeb(app, webFolder);
  return app;
}
