import { removeDemoAccounts } from '../identity/index.ts';
import { appendAudit } from '../platform/audit/index.ts';
import type { Platform } from '../platform/platform.ts';
import { removeDemo } from '../registry/index.ts';

/**
 * Takes the demonstration out: enterprises with all that refers to them, censuses over them, accounts.
 * @returns enterprises removed.
 */
export async function clearDemo({ db, clock }: Pick<Platform, 'db' | 'clock'>, district: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await removeDemoAccounts(tx, clock);
    const enterprises = await removeDemo(tx, district);
    if (enterprises > 0) await tx.deleteFrom('census').where('district', '=', district).execute();
    const entry = {
      action: 'demo.remove',
      subject: { kind: 'district', id: district },
      district,
      detail: { enterprises },
    };
    await appendAudit(tx, { user: null, clock }, entry);
    return enterprises;
  });
}
