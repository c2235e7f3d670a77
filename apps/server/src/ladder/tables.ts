import type { Verdict } from '@forest/domain';
import type { ColumnType, Generated } from 'kysely';

export type CensusState = 'running' | 'done' | 'failed' | 'cancelled';

/** What a census judged by: rule → version in force and the hash of its content. */
export type JudgedRules = Record<string, { version: string; hash: string }>;

/** One run over a district on a date. `stage` and `high_water` say where a killed run goes on. */
export interface CensusTable {
  id: Generated<number>;
  district: string;
  as_of: string;
  content_hash: string;
  rules: ColumnType<JudgedRules, string, string>;
  state: CensusState;
  job_id: string | null;
  started_by: string | null;
  started_at: ColumnType<Date, Date | string | undefined, never>;
  finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  stage: Generated<number>;
  /** Last enterprise id of the last block that was written whole. */
  high_water: Generated<number>;
  planned: Generated<number>;
  enterprises: Generated<number>;
  changed: Generated<number>;
  judging_ms: Generated<number>;
  total_ms: Generated<number>;
  statement_mark: Generated<number>;
}

/**
 * What was true of an enterprise under a rule from `since` until the day before `until`; the current row has no
 * `until`. Written only when it changes, so the rows are the history.
 */
export interface VerdictTable {
  enterprise_id: number;
  rule: string;
  since: string;
  until: string | null;
  district: string;
  version: string;
  verdict: Verdict;
  /** Bit i = criterion i of the version is met; `not_mask` likewise; neither = unknown. */
  met_mask: number;
  not_mask: number;
  /** Interval of the rule's first score; null without scores. */
  score_min: number | null;
  score_max: number | null;
  /** Criteria to flip on the shortest way, and further ones on it that nobody can answer yet. */
  short: number;
  unsure: number;
  /** Relative shortfall of the furthest unmet criterion; null when one of them is not a number. */
  effort: number | null;
  census_id: number;
}

/** What was last judged of an enterprise: the state of its facts, and a fingerprint of its current verdicts. */
export interface JudgedTable {
  enterprise_id: number;
  district: string;
  /** `enterprise.updated_at` as read with the facts; differs = to be judged again. Text keeps the microseconds. */
  facts_at: string;
  /** XOR over the enterprise's current verdicts, as a signed 64-bit integer in text. */
  fingerprint: string;
  census_id: number;
}

export interface LadderTables {
  census: CensusTable;
  verdict: VerdictTable;
  judged: JudgedTable;
}
