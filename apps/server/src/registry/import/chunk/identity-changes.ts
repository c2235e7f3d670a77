import { addressKey, type LedgerRow, nameKey, type Problem, problemOf } from '@forest/intake';
import type { Known } from './known.ts';
import type { UnitIds } from './places.ts';

/** What a row changes about who and where an enterprise is; empty when nothing. */
export interface IdentityChanges {
  name?: string;
  creditCode?: string;
  address?: string;
  businessScope?: string;
  subdistrictId?: string;
  parkId?: string;
  carrierId?: string;
}

/**
 * Compares a row with the register. What the row leaves out stays; what a person has confirmed stays too, and the row is
 * told so. A name that the enterprise used to bear is no change.
 */
export function identityChanges(known: Known, row: LedgerRow, units: UnitIds, problems: Problem[]): IdentityChanges {
  const changes: IdentityChanges = {};
  const set = <K extends keyof IdentityChanges>(field: K, value: string, column: string) => {
    if (known.confirmed[field] !== undefined)
      problems.push(problemOf({ code: 'identity.confirmed', detail: '' }, { column, value }, 'warning'));
    else changes[field] = value;
  };
  const key = row.name === null ? null : nameKey(row.name);
  if (key !== null && key !== known.nameKey && !known.formerNames.includes(key)) set('name', row.name!, '企业名称');
  if (row.creditCode !== null && row.creditCode !== known.creditCode && betterCode(known, row))
    set('creditCode', row.creditCode, '统一社会信用代码');
  if (row.address !== null && addressKey(row.address) !== (known.addressKey ?? ''))
    set('address', row.address, '注册地址');
  if (row.businessScope !== null && row.businessScope !== known.businessScope)
    set('businessScope', row.businessScope, '经营范围');
  for (const field of ['subdistrictId', 'parkId', 'carrierId'] as const) {
    const id = units[field];
    if (id !== null && id !== known[field]) changes[field] = id;
  }
  return changes;
}

/** A valid code replaces whatever stood there; anything else only fills a gap. */
function betterCode(known: Known, row: LedgerRow): boolean {
  if (known.creditCode === null) return true;
  return row.codeStatus === 'valid' && known.codeStatus !== 'valid';
}
