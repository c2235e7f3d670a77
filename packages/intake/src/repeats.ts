import { type Problem, problemOf } from './problem.ts';
import type { LedgerRow } from './row.ts';
import { nameKey } from './text.ts';

/** Keeps in mind which enterprises (and years) a file has named, to tell repetition from contradiction. */
export interface Repeats {
  /** The problem with this row if an earlier one was about the same enterprise and years; otherwise remembers it. */
  check(row: LedgerRow): Problem | null;
}

/**
 * One short key and one number a row, so that a million rows stay within a hundred megabytes. The same enterprise may come
 * once for each reporting year, and rows that carry different facts of it (one ledger a sheet line) still contradict: the
 * file has to say it in one row, or nobody knows which line counts.
 */
export function repeats(): Repeats {
  const seen = new Map<string, { rowNo: number; content: number }>();
  return {
    check(row) {
      const key = `${enterpriseKey(row)} ${row.reportYear ?? ''}`;
      const content = contentHash(row);
      const before = seen.get(key);
      if (!before) {
        seen.set(key, { rowNo: row.rowNo, content });
        return null;
      }
      const code = before.content === content ? 'row.duplicate' : 'row.contradicts';
      const place = { column: null, value: row.creditCode ?? row.name };
      return problemOf(
        { code, detail: `${before.rowNo}` },
        place,
        code === 'row.duplicate' ? 'warning' : 'error',
        'row',
      );
    },
  };
}

/** Who a row is about, within one file. A number that is no code at all is borne by several enterprises and says nothing. */
export function enterpriseKey(row: LedgerRow): string {
  return row.creditCode !== null && row.codeStatus !== 'malformed' ? row.creditCode : `~${nameKey(row.name ?? '')}`;
}

/** FNV-1a over all that the row says. A collision would only call a contradiction a repetition. */
function contentHash(row: LedgerRow): number {
  let hash = 0x811c9dc5;
  const add = (text: string) => {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  };
  for (const text of [
    row.name,
    row.address,
    row.registeredOn,
    row.subdistrict,
    row.park,
    row.carrier,
    row.industryCode,
  ])
    add(text ?? '');
  for (const { year, facts } of row.facts) {
    add(`${year}`);
    for (const fact of Object.keys(facts)) add(`${fact}=${facts[fact]}`);
  }
  return hash >>> 0;
}
