import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** `registry.enterprises.list`, once the contract's router has matched. */
    procedure?: string;
    /** Id of the signed-in user, for the log. */
    viewerId?: string;
  }
}

/**
 * One line a request: route pattern, status, time, user id. No address, query or body: names, phone numbers and
 * search words travel there.
 */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, procedure, routeOptions, viewerId: user } = request;
    const line = {
      method,
      route: procedure ?? routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      user,
    };
    if (reply.statusCode >= 500) request.log.error(line, 'request');
    else request.log.info(line, 'request');
  });
}

export const logOptions: Pick<FastifyServerOptions, 'logController' | 'genReqId'> = {
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  // A proxy's id is taken over when it looks like one, so that both logs can be joined.
  genReqId: ({ headers }) => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  },
};
