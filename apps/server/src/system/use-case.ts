import type { RequestContext } from '../platform/http/request-context.ts';

export type UseCase = Pick<RequestContext, 'db' | 'clock' | 'user' | 'jobs' | 'settings'>;
