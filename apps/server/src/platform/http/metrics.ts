import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { forbidden } from '../fault.ts';
import type { Platform } from '../platform.ts';

/**
 * Prometheus metrics of this server at /metrics: for this machine, or with the operator's bearer token.
 * Routes are named by pattern, so no id or search word gets in.
 */
export function addMetrics(
  app: FastifyInstance,
  { database, settings }: Pick<Platform, 'database' | 'settings'>,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'forest_http_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'forest_database_connections',
    help: 'Connections of the pool, by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool;
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.procedure ?? request.routeOptions.url ?? 'none';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    const token = settings.metricsToken;
    const local = request.ip === '127.0.0.1' || request.ip === '::1' || request.ip === '::ffff:127.0.0.1';
    if (!local && (!token || request.headers.authorization !== `Bearer ${token}`)) throw forbidden();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
