import type { FastifyInstance } from 'fastify';
import { headersOf } from '../platform/http/headers-of.ts';
import type { Platform } from '../platform/platform.ts';
import { AUTH_PATH } from './sign-in.ts';

/** Hands /api/auth over to sign-in, as a standard request, so that limits and headers of this server apply. */
export async function authRoutes(app: FastifyInstance, { signIn }: Platform): Promise<void> {
  app.all(`${AUTH_PATH}/*`, async (request, reply) => {
    const hasBody = request.body !== undefined && request.body !== null;
    const answer = await signIn(
      new Request(`${request.protocol}://${request.host}${request.url}`, {
        method: request.method,
        headers: headersOf(request),
        ...(hasBody && { body: JSON.stringify(request.body) }),
      }),
    );
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
    const cookies = answer.headers.getSetCookie();
    if (cookies.length) reply.header('set-cookie', cookies);
    return reply.code(answer.status).send(answer.body ? Buffer.from(await answer.arrayBuffer()) : null);
  });
}
