import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { detectDelimiter, type EncodingGuess } from '@forest/intake';
import type { Ledger, LedgerLine } from './ledger.ts';
import { RecordSplitter } from './split-records.ts';

const PIECE = 64 * 1024;
export const HEAD = 64 * 1024;

/** A text file with separators, in whatever encoding. */
export async function openCsv(file: string, guess: EncodingGuess): Promise<Ledger> {
  const { head, size } = await readHead(file);
  const sample = new TextDecoder(guess.encoding).decode(head.subarray(guess.mark), { stream: true });
  const delimiter = detectDelimiter(sample);
  return {
    kind: 'csv',
    encoding: guess.encoding,
    sheets: [],
    merges: async () => [],
    read: () => readLines(file, size, guess, delimiter),
  };
}

export async function readHead(file: string): Promise<{ head: Buffer; size: number }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(Math.min(HEAD, size));
    await handle.read(head, 0, head.length, 0);
    return { head, size };
  } finally {
    await handle.close();
  }
}

async function* readLines(
  file: string,
  size: number,
  guess: EncodingGuess,
  delimiter: string,
): AsyncGenerator<LedgerLine[]> {
  const decoder = new TextDecoder(guess.encoding);
  const splitter = new RecordSplitter(delimiter);
  let read = guess.mark;
  let rowNo = 0;
  const number = (records: string[][]): LedgerLine[] =>
    records.map((cells) => ({ rowNo: ++rowNo, cells, position: size === 0 ? 1 : read / size }));
  for await (const bytes of createReadStream(file, {
    start: guess.mark,
    highWaterMark: PIECE,
  }) as AsyncIterable<Buffer>) {
    read += bytes.length;
    yield number(splitter.push(decoder.decode(bytes, { stream: true })));
  }
  const tail = [...splitter.push(decoder.decode()), ...splitter.end()];
  if (tail.length > 0) yield number(tail);
}
