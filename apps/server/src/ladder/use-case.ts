import type { Content } from '../platform/content/index.ts';
import type { RequestContext } from '../platform/http/request-context.ts';

/** What a use case of the ladder is given beside its input. */
export interface UseCase extends Pick<RequestContext, 'db' | 'clock' | 'user'> {
  content: Content;
}
