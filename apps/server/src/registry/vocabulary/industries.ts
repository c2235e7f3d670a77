/** GB/T 4754-2017: divisions, groups and classes by number; the letter of a section stands for its divisions. */
export interface Industries {
  nameOf(code: string | null): string | null;
  /** Prefixes of stored codes that a filter means: `I` → 63, 64, 65; `I65` and `65` → 65. */
  prefixesOf(filter: string): string[];
}

/** @param csv `code,name,parent` with a header line. */
export function readIndustries(csv: string): Industries {
  const names = new Map<string, string>();
  const divisions = new Map<string, string[]>();
  for (const line of csv.split(/\r?\n/).slice(1)) {
    const [, code, name, parent] = /^([A-Z0-9]+),"?(.*?)"?,([A-Z0-9]*)$/.exec(line) ?? [];
    if (!code || name === undefined) continue;
    names.set(code, name);
    if (parent && /^[A-T]$/.test(parent)) divisions.set(parent, [...(divisions.get(parent) ?? []), code]);
  }
  return {
    nameOf: (code) => (code === null ? null : nearest(names, plainIndustryCode(code))),
    prefixesOf: (filter) => (/^[A-T]$/.test(filter) ? (divisions.get(filter) ?? ['-']) : [plainIndustryCode(filter)]),
  };
}

/** The name of the code or, for a code the standard does not have, of the narrowest part of it that it has. */
function nearest(names: ReadonlyMap<string, string>, code: string): string | null {
  for (let part = code; part.length >= 2; part = part.slice(0, -1)) {
    const name = names.get(part);
    if (name !== undefined) return name;
  }
  return null;
}

/** Codes are kept as digits, without the section's letter. */
export function plainIndustryCode(code: string): string {
  return code
    .trim()
    .toUpperCase()
    .replace(/^[A-T](?=\d)/, '');
}

/** Prefixes as half-open ranges of codes, neighbours joined: 63, 64, 65 → from 63 up to but without 66. */
export function codeRanges(prefixes: readonly string[]): [from: string, to: string][] {
  const ranges: [string, string][] = [];
  for (const from of [...new Set(prefixes)].sort()) {
    const to = from.slice(0, -1) + String.fromCharCode(from.charCodeAt(from.length - 1) + 1);
    const last = ranges.at(-1);
    if (!last || last[1] < from) ranges.push([from, to]);
    else if (last[1] < to) last[1] = to;
  }
  return ranges;
}
