import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { IdentityTables } from '../../identity/tables.ts';
import type { LadderTables } from '../../ladder/tables.ts';
import type { RegistryTables } from '../../registry/tables.ts';
import type { AuditTables } from '../audit/tables.ts';
import type { JobTables } from '../jobs/tables.ts';

/** Every table of the platform: each context declares its own in its tables.ts and is listed here. */
// biome-ignore format: one context a line
export interface Tables extends MigrationTables, AuditTables, JobTables, IdentityTables, RegistryTables, LadderTables {}

interface MigrationTables {
  schema_migration: { context: string; id: string; digest: string; applied_at: ColumnType<Date, never, never> };
}

/** Queries; may be inside a transaction or not. */
export type Db = Kysely<Tables>;
/** Queries that are certainly inside a transaction: what changes data asks for this. */
export type Tx = Transaction<Tables>;
