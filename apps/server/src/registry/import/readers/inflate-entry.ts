import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { FileRefused } from './refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

/**
 * Unpacks one entry piece by piece and stops as soon as it gives more than `limit` bytes: what a zip declares about itself
 * proves nothing.
 */
export async function* inflateEntry(file: string, entry: ZipEntry, limit: number): AsyncGenerator<Buffer> {
  const start = await dataStart(file, entry);
  if (entry.compressed === 0) return;
  const packed = createReadStream(file, { start, end: start + entry.compressed - 1 });
  const stream = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
  if (stream !== packed) packed.on('error', (error) => stream.destroy(error));
  let bytes = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > limit) throw new FileRefused('bomb', `> ${Math.round(limit / 1024 / 1024)} MB`);
      yield piece;
    }
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause;
    throw new FileRefused('broken', entry.name);
  } finally {
    packed.destroy();
    stream.destroy();
  }
}

async function dataStart(file: string, entry: ZipEntry): Promise<number> {
  const handle = await open(file, 'r');
  try {
    const header = Buffer.alloc(30);
    const { bytesRead } = await handle.read(header, 0, 30, entry.offset);
    if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50) throw new FileRefused('broken', entry.name);
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}
