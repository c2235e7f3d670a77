import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '../database/index.ts';

/** /healthz: the process answers. /readyz: it can also reach its database, so traffic may come. */
export function addHealth(app: FastifyInstance, db: Db): void {
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(db);
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false, database: false });
    }
  });
}
