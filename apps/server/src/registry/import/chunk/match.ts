import { addressKey, type LedgerRow, nameKey, type ProblemCode } from '@forest/intake';
import type { Known, KnownEnterprises } from './known.ts';

export type Match =
  | { kind: 'known'; known: Known; by: 'code' | 'name' }
  /** `twin`: an enterprise of the same name with another valid code; people should look at the two. */
  | { kind: 'new'; twin: Known | null }
  | { kind: 'refused'; code: ProblemCode };

/**
 * Which enterprise a row is about: by credit code, by old code, then by name, where the address decides between several
 * of one name. Two different valid codes are two enterprises whatever their names.
 */
export function matchRow(row: LedgerRow, register: KnownEnterprises): Match {
  // A number that is no code at all is borne by several enterprises and identifies none.
  if (row.creditCode !== null && row.codeStatus !== 'malformed') {
    const known = register.byCode(row.creditCode);
    if (known) return { kind: 'known', known, by: 'code' };
  }
  if (row.name === null) return { kind: 'refused', code: 'name.codeOnly' };
  const namesakes = register.byName(nameKey(row.name));
  const possible = namesakes.filter((known) => !contradicts(known, row));
  if (possible.length === 0) return { kind: 'new', twin: namesakes[0] ?? null };
  const [only] = possible;
  if (possible.length === 1) return { kind: 'known', known: only!, by: 'name' };
  const here = row.address === null ? null : addressKey(row.address);
  const neighbours = possible.filter((known) => here !== null && known.addressKey === here);
  return neighbours.length === 1
    ? { kind: 'known', known: neighbours[0]!, by: 'name' }
    : { kind: 'refused', code: 'match.ambiguous' };
}

/** Both carry a code that identifies, and they differ. An old number may have been replaced since, so it does not count. */
function contradicts(known: Known, row: LedgerRow): boolean {
  if (row.creditCode === null || known.creditCode === null || row.creditCode === known.creditCode) return false;
  if (known.codeStatus === 'valid' && row.codeStatus === 'valid') return true;
  // The same kind of old number, but another one: two enterprises. Old against new: the same one, as far as anyone knows.
  return known.codeStatus === row.codeStatus;
}
