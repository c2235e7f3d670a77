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

/** What an entry of an index can hold at three bytes a character, with room for what stands beside it. */
const SEARCHED = 800;

/**
 * All names, the present one first, and the code in one spelling; what people type is brought to the same
 * (`searchWord`). An enterprise with dozens of former names is found by as many as an index takes.
 */
export function searchText(names: readonly string[], code: string | null): string {
  const searched = new Set(names.map(nameKey).filter(Boolean));
  if (code) searched.delete(code);
  const text = [...searched].join('\n').slice(0, SEARCHED - 20);
  return [text, code ?? ''].filter(Boolean).join('\n');
}

export function searchWord(typed: string): string {
  return nameKey(typed);
}
