import type { FastifyInstance } from 'fastify';
import { Fault } from '../fault.ts';

/**
 * Refuses changes that another site's page asks for with our user's cookie. Programs send neither header and pass:
 * they carry no cookie that they did not fetch themselves.
 */
export function refuseCrossSite(app: FastifyInstance, publicOrigin: string | null): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    const foreign = origin !== undefined && origin !== publicOrigin && hostOf(origin) !== request.host;
    if (foreign || site === 'cross-site')
      throw new Fault('forbidden', {
        zh: '请求来自其他网站，已拒绝。',
        en: 'The request comes from another site and was refused.',
      });
  });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
