import type { RequestContext } from '../platform/http/request-context.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What a use case of the registry is given beside its input. */
export interface UseCase extends Pick<RequestContext, 'db' | 'clock' | 'user'> {
  vocabulary: Vocabulary;
}
