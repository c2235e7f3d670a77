import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultBodyOf, statusOf } from './error-mapping.ts';
import { allowUploads, receiveFile } from './uploads.ts';

const LIMIT = 1024 * 1024;
let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  app = Fastify();
  app.setErrorHandler((error, request, reply) => {
    const body = faultBodyOf(error, request.id);
    return reply.code(statusOf[body.code]).send(body);
  });
  await allowUploads(app);
  app.post('/', async (request) => {
    const { path, discard, ...received } = await receiveFile(request, LIMIT);
    const stored = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    await discard();
    return { ...received, stored };
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const leftovers = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith('forest-upload-'));
const send = async (bytes: number, fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (bytes >= 0) form.set('file', new File([new Uint8Array(bytes).fill(65)], '../台账.xlsx'));
  const answer = await fetch(url, { method: 'POST', body: form });
  return { status: answer.status, body: await answer.json() };
};

test('a file up to the limit arrives whole, with its sum, its bare name and the fields before it', async () => {
  const { body } = await send(LIMIT, { source: 'park' });
  const sum = createHash('sha256').update(Buffer.alloc(LIMIT, 65)).digest('hex');
  expect(body).toEqual({ fileName: '台账.xlsx', size: LIMIT, sha256: sum, stored: sum, fields: { source: 'park' } });
});

test('one byte more is refused, never cut, and nothing stays on the disk', async () => {
  const before = leftovers();
  const { status, body } = await send(LIMIT + 1);
  expect([status, body.code, body.message.zh]).toEqual([413, 'too_large', '文件超过 1 MB。']);
  expect(leftovers()).toEqual(before);
});

test('a request without a file says so', async () => {
  expect((await send(-1, { source: 'park' })).body).toMatchObject({
    code: 'invalid',
    message: { zh: '请求中没有文件。' },
  });
});
