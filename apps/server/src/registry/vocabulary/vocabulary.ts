import type { Text } from '@forest/domain';
import type { Dictionary } from '@forest/rules';
import type { DerivedFact } from '../factsets/derive.ts';
import { type Industries, readIndustries } from './industries.ts';

/** The words of the registry: what facts, industries and certificates are called. */
export interface Vocabulary {
  facts: Dictionary;
  derivations: readonly DerivedFact[];
  industries: Industries;
}

export interface VocabularySource {
  library: { dictionary: Dictionary };
  files: readonly { path: string; text: string }[];
}

export function vocabularyOf({ library: { dictionary }, files }: VocabularySource): Vocabulary {
  return {
    facts: dictionary,
    derivations: [...dictionary.values()].flatMap(({ id, derived }) => (derived ? [{ id, derived }] : [])),
    industries: readIndustries(files.find(({ path }) => path === 'national/industry.csv')?.text ?? ''),
  };
}

/** A fact's name; the id itself for a fact that the dictionary no longer has. */
export function factName(vocabulary: Pick<Vocabulary, 'facts'>, fact: string): Text {
  return vocabulary.facts.get(fact)?.name ?? { zh: fact, en: fact };
}
