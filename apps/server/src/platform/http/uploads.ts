import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../fault.ts';

/** A file received whole, on this server's disk until `discard`. */
export interface ReceivedFile {
  fileName: string;
  path: string;
  size: number;
  /** Hex. */
  sha256: string;
  /** Text fields that came before the file. */
  fields: Record<string, string>;
  discard(): Promise<void>;
}

/** Call once inside the routes of a context that receives files. */
export async function allowUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart);
}

/**
 * Streams the request's one file to disk: memory stays flat however large it is.
 * @throws Fault `too_large` past `limit` bytes, `invalid` without a file. Nothing is left on disk then.
 */
export async function receiveFile(request: FastifyRequest, limit: number): Promise<ReceivedFile> {
  const part = await request.file({ limits: { fileSize: limit, files: 1, fields: 20 } });
  if (!part)
    throw new Fault(
      'invalid',
      { zh: '请求中没有文件。', en: 'The request holds no file.' },
      { zh: '请选择文件后再上传。', en: 'Choose a file and upload again.' },
    );
  const folder = await mkdtemp(path.join(os.tmpdir(), 'forest-upload-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  const target = path.join(folder, 'file');
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      size += chunk.length;
      next(null, chunk);
    },
  });
  try {
    await pipeline(part.file, measure, createWriteStream(target));
    // The parser ends quietly at the limit: without this check a cut file would pass for a whole one.
    if (part.file.truncated) throw tooLarge(limit);
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    fileName: path.basename(part.filename),
    path: target,
    size,
    sha256: hash.digest('hex'),
    fields: textFields(part.fields),
    discard,
  };
}

function textFields(fields: Record<string, unknown>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields))
    if (field && typeof field === 'object' && 'value' in field && typeof field.value === 'string')
      found[name] = field.value;
  return found;
}

function tooLarge(limit: number): Fault {
  const megabytes = Math.floor(limit / 1024 / 1024);
  return new Fault(
    'too_large',
    { zh: `文件超过 ${megabytes} MB。`, en: `The file is larger than ${megabytes} MB.` },
    { zh: '请拆分后分次上传。', en: 'Split it and upload the parts.' },
  );
}
