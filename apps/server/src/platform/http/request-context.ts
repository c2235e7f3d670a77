import type { FastifyBaseLogger } from 'fastify';
import type { Platform } from '../platform.ts';
import type { Viewer } from '../viewer.ts';

export type Locale = 'zh' | 'en';

/** What every handler gets. The contract's input comes beside it. */
export interface RequestContext extends Pick<Platform, 'db' | 'database' | 'clock' | 'jobs' | 'signals' | 'settings'> {
  user: Viewer;
  locale: Locale;
  requestId: string;
  /** Request headers, for sign-in only. */
  headers: Headers;
  /** Address as this server, or the trusted proxy, saw it. */
  ip: string;
  log: FastifyBaseLogger;
  /** Tells log and metrics which procedure answers. */
  matched: (procedure: string) => void;
}

/** Chinese unless the browser asks for English first. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';
}
