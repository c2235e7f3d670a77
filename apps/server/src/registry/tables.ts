import type { DossierTables } from './schema/dossier-rows.ts';
import type { EnterpriseTables } from './schema/enterprise-rows.ts';
import type { IntakeTables } from './schema/intake-rows.ts';
import type { StatementTables } from './schema/statement-rows.ts';

export type { Json, StoredFacts } from './schema/column-types.ts';

/** All that the registry keeps. */
export interface RegistryTables extends EnterpriseTables, StatementTables, DossierTables, IntakeTables {}
