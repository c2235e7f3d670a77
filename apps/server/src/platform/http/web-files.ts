import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from '../fault.ts';
import { faultBodyOf } from './error-mapping.ts';

/** The built web. Hashed files are kept for a year; every other address is a page of the program itself. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(folder);
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) =>
        reply.header('cache-control', file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (built && isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.code(404).send(faultBodyOf(notFound({ zh: '该地址', en: 'address' }), request.id));
  });
}
