import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT_PATH, type Role, roleNames } from '@forest/domain';
import { sql } from 'kysely';
import { appendAudit } from '../platform/audit/index.ts';
import type { Platform } from '../platform/platform.ts';
import { insertUser } from './manage-users.ts';
import { makeFirstPassword } from './passwords.ts';

const administrators: readonly { username: string; role: Role }[] = [
  { username: 'sysadmin', role: 'systemAdmin' },
  { username: 'secadmin', role: 'securityAdmin' },
  { username: 'audadmin', role: 'auditAdmin' },
];

const FILE = 'first-passwords.txt';

/**
 * An installation without users gets its three administrators. Their first passwords are written to a file that only
 * the operator can read, never to the log, and have to be changed at the first sign-in.
 * @returns the file, or null when there were users already.
 */
export async function createFirstAdministrators({
  db,
  clock,
  settings,
}: Pick<Platform, 'db' | 'clock' | 'settings'>): Promise<string | null> {
  return db.transaction().execute(async (tx) => {
    // Servers that start together: one makes them, the others see that they exist.
    await sql`select pg_advisory_xact_lock(7214004)`.execute(tx);
    if (await tx.selectFrom('user').select('id').limit(1).executeTakeFirst()) return null;
    const at = clock.now();
    const lines: string[] = [];
    for (const { username, role } of administrators) {
      const password = makeFirstPassword();
      const grant = {
        userId: '',
        role,
        unitId: null,
        unitName: null,
        unitPath: ROOT_PATH,
        district: null,
        enterpriseId: null,
      };
      const id = await insertUser(tx, { username, name: roleNames[role].zh, email: null }, [grant], password, {
        at,
        by: null,
      });
      await appendAudit(
        tx,
        { user: null, clock },
        { action: 'user.create', subject: { kind: 'user', id }, district: null, detail: { username, role } },
      );
      lines.push(`${username}\t${password}\t${roleNames[role].zh}`);
    }
    const file = path.resolve(settings.dataDir, FILE);
    const head =
      '首次登录后须修改密码；修改后请删除本文件。\nChange these at the first sign-in, then delete this file.\n\n';
    writeFileSync(file, `${head}${lines.join('\n')}\n`, { mode: 0o600 });
    return file;
  });
}
