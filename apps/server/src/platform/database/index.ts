export { type CopyValue, copyRows } from './copy.ts';
export { type EmbeddedServer, startEmbedded } from './embedded.ts';
export { type Migration, type MigrationSet, migrate } from './migrate.ts';
export { bulkTransaction, connectTo, type Database, type DatabaseOptions, openDatabase } from './open.ts';
export type { Db, Tables, Tx } from './tables.ts';
