import type { Text } from '@forest/domain';
import type { Generated } from 'kysely';
import type { CreatedAt, Json, Moment, Optional, StoredFacts } from './column-types.ts';

export interface SourceTable {
  id: string;
  name: Json<Text>;
  /** The higher one is believed. */
  precedence: number;
}

/** One record of one source about one enterprise and year (0 = standing facts). Never changed, never removed. */
export interface StatementTable {
  enterprise_id: number;
  id: Generated<number>;
  district: string;
  year: number;
  source: string;
  stated_at: CreatedAt;
  import_id: Optional<number>;
  row_no: Optional<number>;
  by_user: Optional<string>;
  facts: Json<StoredFacts>;
  reason: Optional<string>;
  /** Set on copies that a merge brought. */
  merge_id: Optional<number>;
  copied_from: Optional<number>;
}

/** The resolved facts of a year: what lists and rules read. */
export interface SnapshotTable {
  enterprise_id: number;
  year: number;
  district: string;
  facts: Json<StoredFacts>;
}

/** Sources that disagree on one fact and year; the values are read from the statements. */
export interface ConflictTable {
  enterprise_id: number;
  id: Generated<number>;
  district: string;
  year: number;
  fact: string;
  state: Generated<'open' | 'settled'>;
  opened_at: CreatedAt;
  settled_at: Moment;
  settled_by: Optional<string>;
  /** Statement that was chosen. */
  chosen: Optional<number>;
  reason: Optional<string>;
}

export interface StatementTables {
  source: SourceTable;
  statement: StatementTable;
  snapshot: SnapshotTable;
  conflict: ConflictTable;
}
