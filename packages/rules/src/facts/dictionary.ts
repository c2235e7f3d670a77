import { type FactUnit, factUnitNames, type Text } from '@forest/domain';
import { z } from 'zod';
import { nearestWords } from './nearest.ts';

export const textSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const confidenceSchema = z.enum(['V+', 'V', 'K-H', 'K-M', 'K-L', 'C', 'D']);

const valueSchema = z.union([z.string(), z.strictObject({ value: z.string(), name: textSchema })]);

/** One entry of `content/<jurisdiction>/facts.yaml`. */
export const factSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase, letters and digits'),
  name: textSchema,
  unit: z.enum(factUnitNames as [FactUnit, ...FactUnit[]]),
  period: z.enum(['annual', 'standing']),
  range: z.enum(['nonNegative', 'any']).optional(),
  aliases: z.array(z.string()).optional(),
  definition: textSchema.optional(),
  source: z.string().optional(),
  article: z.string().optional(),
  values: z.array(valueSchema).optional(),
  derived: z.looseObject({ from: z.string() }).optional(),
  note: textSchema.optional(),
  confidence: confidenceSchema.optional(),
});

export const dictionaryFileSchema = z.strictObject({ facts: z.array(factSchema) });

export interface Fact {
  id: string;
  name: Text;
  unit: FactUnit;
  /** One value for each accounting year, or one that stands until it changes. */
  period: 'annual' | 'standing';
  nonNegative: boolean;
  /** Headers under which ledgers carry the fact. */
  aliases: string[];
  definition: Text | null;
  source: string | null;
  article: string | null;
  /** Closed list of a text fact; null when any text is allowed. */
  values: { value: string; name: Text }[] | null;
  /** Set when the registry computes the fact instead of asking for it. */
  derived: { from: string; [key: string]: unknown } | null;
  note: Text | null;
  confidence: z.infer<typeof confidenceSchema> | null;
}

export type Dictionary = ReadonlyMap<string, Fact>;

export function factOf(raw: z.infer<typeof factSchema>): Fact {
  return {
    id: raw.id,
    name: raw.name,
    unit: raw.unit,
    period: raw.period,
    nonNegative: raw.range === 'nonNegative',
    aliases: raw.aliases ?? [],
    definition: raw.definition ?? null,
    source: raw.source ?? null,
    article: raw.article ?? null,
    values:
      raw.values?.map((value) =>
        typeof value === 'string'
          ? { value, name: { zh: value, en: value } }
          : { value: value.value, name: value.name },
      ) ?? null,
    derived: raw.derived ?? null,
    note: raw.note ?? null,
    confidence: raw.confidence ?? null,
  };
}

/** Known fact ids that an unknown one may have meant; Chinese names and ledger headers are understood too. */
export function nearestFacts(dictionary: Dictionary, word: string): string[] {
  for (const fact of dictionary.values()) if (fact.name.zh === word || fact.aliases.includes(word)) return [fact.id];
  return nearestWords(word, dictionary.keys());
}
