export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface EncodingGuess {
  encoding: Encoding;
  /** Bytes of the byte order mark to skip. */
  mark: number;
}

/**
 * Which encoding a text file is in, from its first bytes (64 kB are plenty): byte order marks first, then the zero bytes that
 * UTF-16 leaves in Latin text and commas, then whether it can be UTF-8 at all, else GB18030, which contains GBK and GB2312.
 */
export function detectEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]!++;
  const pairs = head.length / 2;
  if (zeros[1]! > pairs * 0.02 && zeros[1]! > zeros[0]! * 2) return { encoding: 'utf-16le', mark: 0 };
  if (zeros[0]! > pairs * 0.02 && zeros[0]! > zeros[1]! * 2) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: canBeUtf8(head) ? 'utf-8' : 'gb18030', mark: 0 };
}

/** A sequence that the end of the sample cuts in two is no evidence against UTF-8. */
function canBeUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'zip' | 'ole' | 'gzip' | 'pdf' | 'html' | 'text' | 'binary' | 'empty';

export function detectKind(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  const { encoding } = detectEncoding(head);
  if (encoding.startsWith('utf-16')) return 'text';
  const latin = String.fromCharCode(...head.subarray(0, 512)).toLowerCase();
  if (/^\s*(?:<!doctype html|<html|<table)/.test(latin)) return 'html';
  return head.includes(0) ? 'binary' : 'text';
}
