import { readCreditCode } from '@forest/domain';
import { addressKey, nameKey } from '@forest/intake';
import { pathsUpwards, type Units } from '../organisation/units.ts';

/** Who an enterprise is and where it belongs, as a person or a ledger gives it. */
export interface Identity {
  district: string;
  name: string;
  creditCode: string | null;
  address: string | null;
  subdistrictId: string | null;
  parkId: string | null;
  carrierId: string | null;
}

/** The columns that follow from the identity. Every writer of `enterprise` fills them through here. */
export function identityColumns(identity: Identity, units: Units, formerNames: readonly string[] = []) {
  const { district, subdistrictId, parkId, carrierId } = identity;
  const { code, status } = readCreditCode(identity.creditCode);
  const name = identity.name.trim();
  return {
    district,
    name,
    name_key: nameKey(name),
    credit_code: code === '' ? null : code,
    code_status: status,
    address: identity.address,
    address_key: identity.address ? addressKey(identity.address) || null : null,
    subdistrict_id: subdistrictId,
    park_id: parkId,
    carrier_id: carrierId,
    unit_paths: pathsUpwards(units, [district, subdistrictId, parkId, carrierId]),
    search_text: searchText([name, ...formerNames], code),
  };
}

/** All names and the code in one spelling; what people type is brought to the same (`searchWord`). */
export function searchText(names: readonly string[], code: string | null): string {
  return [...new Set([...names.map(nameKey), code ?? ''])].filter(Boolean).join('\n');
}

export function searchWord(typed: string): string {
  return nameKey(typed);
}
