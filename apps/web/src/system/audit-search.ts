import { type ListSearch, read, readPaging } from '../shell/url/search.ts';

/** What actions are about: the word before the dot, by which the server finds them all. */
export const auditGroups = [
  'session',
  'user',
  'enterprise',
  'fact',
  'conflict',
  'review',
  'duplicate',
  'qualification',
  'contact',
  'import',
  'census',
  'job',
  'demo',
] as const;

export interface AuditSearch extends ListSearch {
  actor?: string;
  action?: string;
  subjectId?: string;
  from?: string;
  to?: string;
}

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  return {
    actor: read.text(search, 'actor'),
    action: read.text(search, 'action'),
    subjectId: read.text(search, 'subjectId'),
    from: read.day(search, 'from'),
    to: read.day(search, 'to'),
    ...readPaging(search),
  };
}
