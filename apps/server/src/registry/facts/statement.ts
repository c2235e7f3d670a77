import type { StoredFacts } from '../tables.ts';

/** One record of one source about one enterprise and year, not yet stored. */
export interface NewStatement {
  enterpriseId: number;
  district: string;
  /** null for standing facts. */
  year: number | null;
  /** Id in table `source`. */
  source: string;
  /** When the source said it; of two records of equal precedence the later is believed. */
  statedAt: Date;
  facts: StoredFacts;
  importId?: number | null;
  rowNo?: number | null;
  byUser?: string | null;
  reason?: string | null;
}

/** Year of standing facts in the database. */
export const STANDING = 0;

/** Sources by which an officer decides; a decision settles what was said before it. */
export const DECIDING_SOURCES = ['correction', 'settlement'] as const;

export interface ResolveOptions {
  /** Last full accounting year: the year of the figures that lists show. */
  figuresYear: number;
  /** Two sources agree when their numbers differ by at most this share of the larger one. */
  tolerance?: number;
}

/** Half a percent: sources round to 千元 or 万元, and that is no contradiction. */
export const DEFAULT_TOLERANCE = 0.005;

export interface RecordOutcome {
  /** Statements stored; those that only repeat what their source said before are left out. */
  stored: number;
  unchanged: number;
  conflictsOpened: number;
  /** Enterprises whose resolved facts changed. */
  changedEnterprises: number;
}
