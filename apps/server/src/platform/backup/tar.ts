/**
 * The plain tar format (POSIX ustar) as far as backups use it: files with short names and known sizes. Any `tar` opens
 * what is written here.
 */
const BLOCK = 512;

export interface TarFile {
  name: string;
  data: Buffer;
}

/** One file as tar blocks. */
export function tarFile({ name, data }: TarFile, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`name too long for the archive: ${name}`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  );
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, data, Buffer.alloc(padding(data.length))]);
}

/** Two empty blocks end an archive. */
export const tarEnd = Buffer.alloc(2 * BLOCK);

/** The files of an archive, one in memory at a time. @throws Error when it ends early or is no archive. */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<TarFile> {
  let held: Buffer = Buffer.alloc(0);
  let ended = false;
  const source = stream[Symbol.asyncIterator]();
  const take = async (bytes: number): Promise<Buffer> => {
    const parts: Buffer[] = [held];
    let have = held.length;
    while (have < bytes && !ended) {
      const next = await source.next();
      if (next.done) ended = true;
      else {
        parts.push(next.value);
        have += next.value.length;
      }
    }
    const all = Buffer.concat(parts);
    if (all.length < bytes) throw new Error('the archive ends in the middle of a file');
    held = all.subarray(bytes);
    return all.subarray(0, bytes);
  };
  for (;;) {
    const header = await take(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new Error('not an archive');
    const name = header.toString('utf8', 0, header.indexOf(0));
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    const data = await take(size);
    await take(padding(size));
    yield { name, data };
  }
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
