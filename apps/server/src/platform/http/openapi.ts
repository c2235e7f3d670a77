import { contract } from '@forest/api';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import { type ApiDocument, referencePage } from './reference-page.ts';

/** The contract as an OpenAPI document at /api/openapi.json and as a page at /api/docs; made once, when first asked for. */
export function serveDocuments(app: FastifyInstance): void {
  let made: Promise<ApiDocument> | undefined;
  const document = () => {
    made ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contract, {
      info: { title: '科创森林 开放接口', version: '1', description: 'Kechuang Forest open API' },
      servers: [{ url: '/api/v1' }],
    }) as Promise<ApiDocument>;
    return made;
  };
  app.get('/api/openapi.json', async (_request, reply) => reply.send(await document()));
  app.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(referencePage(await document())),
  );
}
