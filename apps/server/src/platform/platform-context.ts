import { auditMigration } from './audit/index.ts';
import type { Context } from './context.ts';
import { jobMigration } from './jobs/index.ts';
import { sharedSecretMigration } from './shared-secret.ts';

/** The platform's own tables; first in the list of contexts. */
export const platformContext: Context = {
  name: 'platform',
  migrations: [auditMigration, jobMigration, sharedSecretMigration],
};
