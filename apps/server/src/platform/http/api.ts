import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError, type Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fastify';
import type { StandardHandlerOptions } from '@orpc/server/standard';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../fault.ts';
import { forLog } from '../for-log.ts';
import type { Platform } from '../platform.ts';
import { faultBodyOf, orpcErrorOf } from './error-mapping.ts';
import { headersOf } from './headers-of.ts';
import type { RateLimit } from './rate-limit.ts';
import { localeOf, type RequestContext } from './request-context.ts';
import { recogniseRequest, type ViewerOf } from './viewer-of.ts';

export interface Api {
  platform: Platform;
  router: Router<AnyContractRouter, RequestContext>;
  viewerOf: ViewerOf;
  rateLimit: RateLimit;
}

/** The contract twice: RPC for our web, REST for everybody else. */
export function serveApi(app: FastifyInstance, { platform, router, viewerOf, rateLimit }: Api): void {
  const options: StandardHandlerOptions<RequestContext> = {
    interceptors: [
      async ({ context: { requestId, locale, log, user, ip }, next }) => {
        try {
          rateLimit.take(user.signedIn ? user.id : ip);
          return await next();
        } catch (error) {
          const mapped = orpcErrorOf(error, requestId, locale);
          if (mapped.status >= 500) log.error({ err: forLog(error) }, 'unexpected');
          throw mapped;
        }
      },
    ],
    clientInterceptors: [
      async ({ context, path, next }) => {
        context.matched(path.join('.'));
        return next();
      },
    ],
  };
  const rpc = new RPCHandler(router, options);
  const rest = new OpenAPIHandler(router, {
    ...options,
    customErrorResponseBodyEncoder: (error) => (error instanceof ORPCError ? error.data : undefined) ?? error.toJSON(),
  });
  const answer =
    (handler: typeof rpc | typeof rest, prefix: `/${string}`) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const context = await requestContext(request, reply);
      const { matched } = await handler.handle(request, reply, { prefix, context });
      if (!matched) return reply.code(404).send(faultBodyOf(notFound({ zh: '该接口', en: 'procedure' }), request.id));
    };
  app.all('/api/rpc/*', answer(rpc, '/api/rpc'));
  app.all('/api/v1/*', answer(rest, '/api/v1'));

  async function requestContext(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    const user = await recogniseRequest(viewerOf, request, reply);
    const headers = headersOf(request);
    const { db, database, clock, jobs, signals, settings } = platform;
    const matched = (name: string) => {
      request.procedure = name;
    };
    const locale = localeOf(request.headers['accept-language']);
    return {
      db,
      database,
      clock,
      jobs,
      signals,
      settings,
      user,
      locale,
      requestId: request.id,
      headers,
      ip: request.ip,
      log: request.log,
      matched,
    };
  }
}
