import { z } from 'zod';

/** Where the manifest lies in the archive: last, because only then all sums are known. */
export const MANIFEST = 'manifest.json';
export const FORMAT = 'kechuang-forest-backup';

export const backupTable = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  bytes: z.number().int(),
  /** Of the table's COPY text, all parts one after the other. */
  sha256: z.string(),
  /** Sum of the rows' hashes, whatever their order: what a restored table must have again. */
  content: z.string(),
});

export const backupManifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  takenAt: z.string(),
  serverVersion: z.string(),
  migrations: z.array(z.object({ context: z.string(), id: z.string(), digest: z.string() })),
  tables: z.array(backupTable),
  /** Next free number of every sequence. */
  sequences: z.array(z.object({ name: z.string(), next: z.number().int() })),
});

export type BackupTable = z.infer<typeof backupTable>;
export type BackupManifest = z.infer<typeof backupManifest>;

/** Short-lived and secret: who was signed in, and counters against guessing. Nobody is signed in after a restore. */
export const LEFT_OUT = ['session', 'verification', 'rateLimit', 'schema_migration', 'server_secret'];
