import type { ColumnType, Generated } from 'kysely';

/**
 * Who did what to what, when. Rows are sealed when their transaction commits: a number without gaps inside the chain
 * and a hash over the row and the hash before it. Sealed rows cannot be changed or removed through SQL, and
 * `verifyAudit` finds it when somebody gets around that.
 */
export interface AuditEventTable {
  id: Generated<number>;
  /** Each district has its own chain, so that districts do not wait for each other; `''` for the platform's own. */
  chain: string;
  seq: ColumnType<number, never, never>;
  at: ColumnType<Date, Date, never>;
  /** Null when the program itself acted. */
  actor: string | null;
  role: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  detail: ColumnType<Record<string, unknown>, string, never>;
  prev_hash: ColumnType<string, never, never>;
  hash: ColumnType<string, never, never>;
}

export interface AuditChainTable {
  chain: string;
  seq: number;
  hash: string;
}

export interface AuditTables {
  audit_event: AuditEventTable;
  audit_chain: AuditChainTable;
}
