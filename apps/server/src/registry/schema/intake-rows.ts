import type { Text } from '@forest/domain';
import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, JsonWithDefault, Moment, Optional } from './column-types.ts';

export type ImportState = 'uploaded' | 'reading' | 'previewed' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface ImportFormat {
  kind: 'csv' | 'xlsx';
  encoding: string | null;
  sheet: string | null;
  headerRow: number;
}

export interface ImportColumn {
  column: number;
  header: string;
  target: string | null;
  year: number | null;
  unit: string | null;
  samples: string[];
}

export interface ImportCounts {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  reviews: number;
}

export interface ImportTable {
  id: Generated<number>;
  district: string;
  file_name: string;
  /** Where the file lies in the server's file store. */
  file_key: string;
  sha256: string;
  bytes: number;
  source: string;
  state: Generated<ImportState>;
  format: ColumnType<ImportFormat | null, string | null | undefined, string | null>;
  mapping: JsonWithDefault<ImportColumn[]>;
  preview: JsonWithDefault<{ rowNo: number; cells: (string | null)[] }[]>;
  counts: JsonWithDefault<ImportCounts>;
  /** 0 to 1. */
  progress: Generated<number>;
  resume: JsonWithDefault<Record<string, unknown>>;
  message: ColumnType<Text | null, string | null | undefined, string | null>;
  job_id: Optional<string>;
  started_by: Optional<string>;
  started_at: CreatedAt;
  finished_at: Moment;
}

export interface ImportRowProblemTable {
  import_id: number;
  id: Generated<number>;
  district: string;
  row_no: number;
  column_name: Optional<string>;
  value: Optional<string>;
  code: string;
  severity: 'error' | 'warning';
  message: ColumnType<Text, string, string>;
}

export interface IntakeTables {
  import: ImportTable;
  import_row_problem: ImportRowProblemTable;
}
