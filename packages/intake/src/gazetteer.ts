import { tidy } from './text.ts';

/** Districts of a city with the codes that registries there put into credit codes (GB/T 2260, present and abolished). */
export interface Gazetteer {
  districts: readonly District[];
  /** Registries above the district (city, province) and development zones: such a code says nothing about the district. */
  registriesAbove: readonly string[];
  subdistricts: readonly { id: string; district: string; name: string }[];
}

export interface District {
  id: string;
  /** 建邺区 */
  name: string;
  /** First six digits of its registry, abolished districts that it took over included. */
  codes: readonly string[];
  /** Abolished names that addresses still carry, e.g. 白下区. */
  formerNames: readonly string[];
}

export const emptyGazetteer: Gazetteer = { districts: [], registriesAbove: [], subdistricts: [] };

/** After a bare district name these make it a road (建邺路), not a place in the district. */
const roadWords = /^(?:东|西|南|北|中)?(?:路|街|大街|大道|巷|里|桥|门|河|山)/;

/**
 * The district that an address names: 建邺区 first, else 建邺 where it is not part of a road's name. A road named after a
 * district lies as often in another one.
 */
export function districtOf(address: string, gazetteer: Gazetteer): string | null {
  const text = tidy(address);
  let found: { at: number; id: string } | null = null;
  const consider = (at: number, id: string) => {
    if (at >= 0 && (found === null || at < found.at)) found = { at, id };
  };
  for (const district of gazetteer.districts)
    for (const name of [district.name, ...district.formerNames]) consider(text.indexOf(name), district.id);
  if (found === null)
    for (const district of gazetteer.districts)
      for (const name of [district.name, ...district.formerNames]) consider(bareName(text, name), district.id);
  return (found as { id: string } | null)?.id ?? null;
}

function bareName(text: string, name: string): number {
  const short = name.replace(/[区县]$/, '');
  const at = short.length < 2 ? -1 : text.indexOf(short);
  const stands = at === 0 || /[市省]/.test(text[at - 1] ?? '');
  return at >= 0 && stands && !roadWords.test(text.slice(at + short.length)) ? at : -1;
}

/** The subdistrict named in an address, or by itself in a column (`兴隆`, `兴隆街道`, `建邺区兴隆街道办事处`). */
export function subdistrictOf(text: string, gazetteer: Gazetteer, alone = false): string | null {
  const tidied = tidy(text);
  for (const place of gazetteer.subdistricts) if (tidied.includes(place.name)) return place.id;
  if (!alone) return null;
  for (const place of gazetteer.subdistricts)
    if (place.name.replace(/(?:街道|镇)$/, '') === tidied.replace(/(?:办事处|街道|镇)+$/, '')) return place.id;
  return null;
}

/** District of the registry that issued the code; `above` for city and province; null when nothing is known. */
export function registryOf(creditCode: string, gazetteer: Gazetteer): string | 'above' | null {
  const area =
    creditCode.length === 18 ? creditCode.slice(2, 8) : creditCode.length === 15 ? creditCode.slice(0, 6) : '';
  if (!/^\d{6}$/.test(area)) return null;
  for (const district of gazetteer.districts) if (district.codes.includes(area)) return district.id;
  return gazetteer.registriesAbove.includes(area) ? 'above' : 'elsewhere';
}

export type PlaceDoubt = 'codeElsewhere' | 'codeAbove' | 'addressElsewhere' | 'bothElsewhere' | 'addressOpen';

/**
 * Whether address, code and the ledger's own district fit together. A code keeps the place of first registration when an
 * enterprise moves, so a mismatch is a question for a person, never a reason to refuse.
 * @param home district whose ledger it is; null when the ledger spans districts, then only address and code are compared.
 */
export function placeDoubt(
  place: { address: string | null; creditCode: string | null },
  home: string | null,
  gazetteer: Gazetteer,
): PlaceDoubt | null {
  const byAddress = place.address === null ? null : districtOf(place.address, gazetteer);
  const byCode = place.creditCode === null ? null : registryOf(place.creditCode, gazetteer);
  if (home === null || !gazetteer.districts.some((district) => district.id === home)) {
    const bothKnown = byAddress !== null && byCode !== null && byCode !== 'above' && byCode !== 'elsewhere';
    return bothKnown && byAddress !== byCode ? 'codeElsewhere' : null;
  }
  if (byCode === null) return byAddress !== null && byAddress !== home ? 'addressElsewhere' : null;
  if (byAddress === home) return byCode === home ? null : byCode === 'above' ? 'codeAbove' : 'codeElsewhere';
  if (byAddress === null) return byCode === home ? (place.address === null ? null : 'addressOpen') : 'codeElsewhere';
  return byCode === home ? 'addressElsewhere' : 'bothElsewhere';
}
