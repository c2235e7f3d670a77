export { backUp } from './back-up.ts';
export { checkBackup } from './check-backup.ts';
export type { BackupManifest } from './manifest.ts';
export { restoreBackup } from './restore.ts';
