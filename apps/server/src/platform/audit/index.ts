export { type AuditActor, type AuditEntry, appendAudit, RowDigest } from './append.ts';
export { exportAudit } from './export.ts';
export { auditMigration } from './migration.ts';
export type { AuditTables } from './tables.ts';
export { type AuditHead, type AuditProblem, type AuditReport, verifyAudit } from './verify.ts';
