import { type HeaderReading, type HeaderWords, readHeader, readTitle } from './header.ts';
import { tidy } from './text.ts';

export type Cell = string | null;
export type Cells = readonly Cell[];

/** A block of merged cells, rows and columns counted from 0, ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface HeaderBlock {
  /** Rows of the header, 0-based within the lines given, ends included. */
  first: number;
  last: number;
  /** Joined text of every column's header. */
  headers: string[];
  readings: HeaderReading[];
  /** Unit and year from the lines above. */
  title: { unit: string | null; year: number | null };
}

/** Headers stand near the top; whoever puts twenty lines of prose first must say where the table begins. */
export const headerSearchRows = 20;
const deepest = 3;

/**
 * Finds the header among the first lines: the block of one to three rows that names most different columns. Merged cells
 * speak for all columns (and rows) they cover; in text files a blank to the right of a group heading belongs to it.
 * @returns null when no line names at least one known column.
 */
export function findHeader(lines: readonly Cells[], merges: readonly Merge[], words: HeaderWords): HeaderBlock | null {
  let best: { block: HeaderBlock; score: number } | null = null;
  const filled = spread(lines.slice(0, headerSearchRows + deepest), merges);
  for (let first = 0; first < Math.min(filled.length, headerSearchRows); first++)
    for (let last = first; last < Math.min(first + deepest, filled.length); last++) {
      const block = headerAt(lines, filled, first, last, words);
      const score = scoreOf(block) - (last - first) * 0.5;
      if (score >= 1 && (best === null || score > best.score)) best = { block, score };
    }
  return best?.block ?? null;
}

/** The header in rows that a person has pointed out. */
export function headerFrom(
  lines: readonly Cells[],
  merges: readonly Merge[],
  rows: { first: number; last: number },
  words: HeaderWords,
): HeaderBlock {
  return headerAt(lines, spread(lines.slice(0, rows.last + 1), merges), rows.first, rows.last, words);
}

function headerAt(
  lines: readonly Cells[],
  filled: readonly Cells[],
  first: number,
  last: number,
  words: HeaderWords,
): HeaderBlock {
  const rows = filled.slice(first, last + 1);
  const width = Math.max(...rows.map((row) => row.length), 0);
  const headers = Array.from({ length: width }, (_, column) => joined(rows, column));
  const readings = headers.map((header) => readHeader(header, words));
  const title = readTitle(lines.slice(0, first).flatMap((row) => row.filter((cell) => cell !== null)));
  return { first, last, headers, readings, title };
}

function joined(rows: readonly Cells[], column: number): string {
  const parts = rows.map((row, at) => row[column] ?? (at < rows.length - 1 ? heading(row, rows[at + 1]!, column) : ''));
  const texts = parts.map((part) => tidy(part ?? '')).filter((part) => part !== '');
  return texts.filter((part, at) => texts.indexOf(part) === at).join('/');
}

/** A blank right of a group heading, with something below it, belongs to the heading (files that lost their merges). */
function heading(row: Cells, below: Cells, column: number): string {
  if (!tidy(below[column] ?? '')) return '';
  let left = column;
  while (left >= 0 && !tidy(row[left] ?? '')) left--;
  return left >= 0 && tidy(below[left] ?? '') ? (row[left] ?? '') : '';
}

/** Different columns named; the same fact of two years counts twice, the same one twice only once. */
function scoreOf(block: HeaderBlock): number {
  const named = new Set<string>();
  for (const reading of block.readings) if (reading.target) named.add(`${reading.target.id} ${reading.year ?? ''}`);
  return named.size;
}

function spread(lines: readonly Cells[], merges: readonly Merge[]): Cells[] {
  const copy = lines.map((line) => [...line]);
  for (const merge of merges) {
    const value = lines[merge.top]?.[merge.left] ?? null;
    for (let row = merge.top; row <= Math.min(merge.bottom, copy.length - 1); row++)
      for (let column = merge.left; column <= Math.min(merge.right, merge.left + 200); column++)
        if (copy[row] && (row !== merge.top || column !== merge.left)) copy[row]![column] ??= value;
  }
  return copy.map((line) => Array.from(line, (cell) => cell ?? null));
}
