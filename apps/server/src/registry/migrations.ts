import type { Migration } from '../platform/database/index.ts';
import { dossierTables } from './schema/dossier.ts';
import { enterpriseTables } from './schema/enterprise.ts';
import { intakeTables } from './schema/intake.ts';
import { statementTables } from './schema/statement.ts';

/** Keys of enterprise data begin with the enterprise, the district stands beside it: a cluster shards by the first. */
export const migrations: readonly Migration[] = [
  { id: '0001-enterprise', up: enterpriseTables },
  { id: '0002-statement', up: statementTables },
  { id: '0003-dossier', up: dossierTables },
  { id: '0004-intake', up: intakeTables },
];
