import { programContent } from '../../platform/content/index.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

let kept: Vocabulary | undefined;

/** The words of the program's own content; read once. */
export function programVocabulary(): Vocabulary {
  kept ??= vocabularyOf(programContent());
  return kept;
}
