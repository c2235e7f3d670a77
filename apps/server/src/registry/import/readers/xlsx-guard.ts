import type { Merge } from '@forest/intake';
import { inflateEntry } from './inflate-entry.ts';
import { FileRefused } from './refusal.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** A full sheet of a million rows and twenty columns is about 1 GB of XML; nobody's ledger comes near. */
const largestPart = 1024 * 1024 * 1024;
const largestStrings = 256 * 1024 * 1024;
/** XML of repeated rows packs 20 to 60 times; a bomb packs a thousand times. */
const steepest = 200;
const smallEnough = 20 * 1024 * 1024;

/**
 * Refuses what is no plain workbook: macros, passwords, damage, and archives that unpack to far more than they should,
 * first by what they declare and then by really unpacking, in pieces that are thrown away.
 */
export async function guardWorkbook(file: string): Promise<ZipEntry[]> {
  const entries = await readZipDirectory(file);
  const has = (pattern: RegExp) => entries.some((entry) => pattern.test(entry.name));
  if (has(/vbaProject\.bin$/i) || has(/macrosheets\//i)) throw new FileRefused('macros');
  if (entries.some((entry) => entry.encrypted) || has(/^EncryptedPackage$/)) throw new FileRefused('oldExcel');
  if (!has(/^xl\/workbook\.xml$/)) throw new FileRefused(has(/^xl\/workbook\.bin$/) ? 'oldExcel' : 'notSpreadsheet');
  for (const entry of entries) checkSize(entry, entry.declared);
  const strings = entries.find((entry) => entry.name === 'xl/sharedStrings.xml');
  if (strings) await drain(file, strings, largestStrings);
  return entries;
}

export interface SheetExtent {
  merges: Merge[];
  rows: number;
}

/** Unpacks a worksheet once to measure it: its true size, its rows, and the merged blocks, which stand after the rows. */
export async function measureSheet(file: string, entry: ZipEntry): Promise<SheetExtent> {
  const merges: Merge[] = [];
  let rows = 0;
  let bytes = 0;
  let tail = '';
  for await (const piece of inflateEntry(file, entry, largestPart)) {
    bytes += piece.length;
    checkSize(entry, bytes);
    const text = tail + piece.toString('latin1');
    // The last line may be cut; what is kept back is counted with the next piece.
    const cut = Math.max(text.lastIndexOf('<'), 0);
    const whole = text.slice(0, cut);
    tail = text.slice(cut);
    rows += count(whole, '<row ') + count(whole, '<row>');
    if (whole.includes('<mergeCell ') && merges.length < 100_000) merges.push(...mergesIn(whole));
  }
  merges.push(...mergesIn(tail));
  return { merges, rows };
}

function checkSize(entry: ZipEntry, bytes: number): void {
  const steep = bytes > smallEnough && bytes > entry.compressed * steepest;
  if (bytes > largestPart || steep) throw new FileRefused('bomb', `${Math.round(bytes / 1024 / 1024)} MB`);
}

async function drain(file: string, entry: ZipEntry, limit: number): Promise<void> {
  let bytes = 0;
  for await (const piece of inflateEntry(file, entry, limit)) {
    bytes += piece.length;
    checkSize(entry, bytes);
  }
}

function count(text: string, word: string): number {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found++;
  return found;
}

function mergesIn(xml: string): Merge[] {
  return [...xml.matchAll(/<mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(([, left, top, right, bottom]) => ({
    top: Number(top) - 1,
    left: columnOf(left!),
    bottom: Number(bottom) - 1,
    right: columnOf(right!),
  }));
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
