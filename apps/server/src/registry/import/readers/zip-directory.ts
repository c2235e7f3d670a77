import { open } from 'node:fs/promises';
import { FileRefused } from './refusal.ts';

export interface ZipEntry {
  name: string;
  compressed: number;
  declared: number;
  /** 0 stored, 8 deflate. */
  method: number;
  encrypted: boolean;
  /** Where the local header stands. */
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const longestComment = 65_535;
const mostEntries = 10_000;

/**
 * The list of contents of a zip file, read from its end without unpacking anything.
 * @throws FileRefused when it is damaged, cut off, or larger than a workbook can be.
 */
export async function readZipDirectory(file: string): Promise<ZipEntry[]> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, longestComment + 22));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const end = lastIndexOf(tail, END);
    if (end < 0) throw new FileRefused('broken', 'zip');
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (count > mostEntries || start === 0xffffffff || count === 0xffff) throw new FileRefused('bomb', 'ZIP64');
    if (start + length > size) throw new FileRefused('broken', 'zip');
    const directory = Buffer.alloc(length);
    await handle.read(directory, 0, length, start);
    return entriesOf(directory, count);
  } finally {
    await handle.close();
  }
}

function lastIndexOf(buffer: Buffer, signature: number): number {
  for (let at = buffer.length - 22; at >= 0; at--) if (buffer.readUInt32LE(at) === signature) return at;
  return -1;
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw new FileRefused('broken', 'zip');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      compressed: directory.readUInt32LE(at + 20),
      declared: directory.readUInt32LE(at + 24),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
