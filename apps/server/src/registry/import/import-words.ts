import {
  type FactWords,
  type Gazetteer,
  type HeaderWords,
  headerWords,
  type IdentityColumn,
  identityColumns,
  type Targets,
  targetsOf,
} from '@forest/intake';
import { parse } from 'yaml';
import { z } from 'zod';

/** What content says about reading ledgers: what columns can mean, under which headers, and which places there are. */
export interface ImportWords {
  targets: Targets;
  headers: HeaderWords;
  gazetteer: Gazetteer;
}

const aliasesSchema = z.object({ columns: z.array(z.object({ id: z.string(), aliases: z.array(z.string()) })) });

const gazetteerSchema = z.object({
  registriesAbove: z.array(z.string()).default([]),
  districts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      codes: z.array(z.string()),
      formerNames: z.array(z.string()).default([]),
    }),
  ),
});

/**
 * @param facts the dictionary.
 * @param files content files by path; `national/aliases.yaml` adds headers of identity columns, every `gazetteer.yaml` a
 *   city's districts.
 */
export function importWords(facts: Iterable<FactWords>, files: readonly { path: string; text: string }[]): ImportWords {
  const targets = targetsOf(facts, identityAliases(files));
  return { targets, headers: headerWords(targets), gazetteer: gazetteerOf(files) };
}

function identityAliases(files: readonly { path: string; text: string }[]): Partial<Record<IdentityColumn, string[]>> {
  const aliases: Partial<Record<IdentityColumn, string[]>> = {};
  for (const file of files) {
    if (!/(?:^|\/)aliases\.ya?ml$/.test(file.path)) continue;
    for (const column of aliasesSchema.parse(parse(file.text)).columns) {
      const id = identityColumns.find((known) => known === column.id);
      if (id) aliases[id] = [...(aliases[id] ?? []), ...column.aliases];
    }
  }
  return aliases;
}

function gazetteerOf(files: readonly { path: string; text: string }[]): Gazetteer {
  const parts = files
    .filter((file) => /(?:^|\/)gazetteer\.ya?ml$/.test(file.path))
    .map((file) => gazetteerSchema.parse(parse(file.text)));
  return {
    districts: parts.flatMap((part) => part.districts),
    registriesAbove: parts.flatMap((part) => part.registriesAbove),
    subdistricts: [],
  };
}
