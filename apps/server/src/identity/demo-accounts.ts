import { ROOT_PATH, type Role, roleNames, type Text } from '@forest/domain';
import { appendAudit } from '../platform/audit/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/database/index.ts';
import type { HeldRole } from './grants.ts';
import { insertUser } from './manage-users.ts';

/** Printed on the sign-in page of a demonstration; such accounts exist nowhere else. */
const DEMO_PASSWORD = 'Forest-Demo-2026';

/** One account for each role of the demonstration, with where in the district it stands. */
// biome-ignore format: one account a line
const accounts: readonly { username: string; role: Role; at: 'root' | 'district' | 'park' | 'carrier' | 'enterprise' }[] = [
  { username: 'demo-staff', role: 'districtStaff', at: 'district' },
  { username: 'demo-leader', role: 'leader', at: 'district' },
  { username: 'demo-officer', role: 'serviceOfficer', at: 'park' },
  { username: 'demo-carrier', role: 'carrierOperator', at: 'carrier' },
  { username: 'demo-enterprise', role: 'enterpriseUser', at: 'enterprise' },
  { username: 'demo-expert', role: 'expert', at: 'district' },
  { username: 'demo-system', role: 'systemAdmin', at: 'root' },
  { username: 'demo-security', role: 'securityAdmin', at: 'root' },
  { username: 'demo-audit', role: 'auditAdmin', at: 'root' },
];

/**
 * Makes the accounts of the demonstration district, those that are missing; call after its enterprises were loaded.
 * @returns how many were made.
 */
export async function createDemoAccounts(tx: Tx, district: string, clock: Clock): Promise<number> {
  const units = await tx
    .selectFrom('organisation_unit')
    .select(['id', 'kind', 'path', 'district', 'name'])
    .where('district', '=', district)
    .orderBy('position')
    .execute();
  const enterprise = await tx
    .selectFrom('enterprise')
    .select('id')
    .where('district', '=', district)
    .where('demo', '=', true)
    .where('state', '=', 'active')
    .orderBy('id')
    .executeTakeFirst();
  const existing = new Set((await tx.selectFrom('user').select('username').execute()).map(({ username }) => username));
  const at = clock.now();
  let made = 0;
  for (const { username, role, at: place } of accounts) {
    const unit = units.find(({ kind }) => kind === (place === 'enterprise' ? 'district' : place));
    if (existing.has(username) || (place !== 'root' && !unit) || (place === 'enterprise' && !enterprise)) continue;
    const grant: HeldRole = {
      userId: '',
      role,
      unitId: unit?.id ?? null,
      unitName: unit?.name ?? null,
      unitPath: unit?.path ?? ROOT_PATH,
      district: unit?.district ?? null,
      enterpriseId: place === 'enterprise' ? (enterprise?.id ?? null) : null,
    };
    const person = { username, name: `演示用户（${roleNames[role].zh}）`, email: null };
    const id = await insertUser(tx, person, [grant], DEMO_PASSWORD, { at, by: null, demo: true });
    await appendAudit(
      tx,
      { user: null, clock },
      {
        action: 'user.create',
        subject: { kind: 'user', id },
        district: grant.district,
        detail: { username, demo: true },
      },
    );
    made += 1;
  }
  return made;
}

/** The accounts that the sign-in page offers: only those made for a demonstration. */
export async function listDemoAccounts(db: Db): Promise<{ username: string; password: string; role: Text }[]> {
  const rows = await db
    .selectFrom('user')
    .innerJoin('user_state', 'user_state.user_id', 'user.id')
    .innerJoin('user_role', 'user_role.user_id', 'user.id')
    .select(['user.username', 'user_role.role'])
    .where('user_state.demo', '=', true)
    .where('user_state.disabled_at', 'is', null)
    .orderBy('user_role.id')
    .execute();
  return rows.map(({ username, role }) => ({
    username: username ?? '',
    password: DEMO_PASSWORD,
    role: roleNames[role],
  }));
}

/** Takes the accounts of the demonstration out, with their sessions. */
export async function removeDemoAccounts(tx: Tx, clock: Clock): Promise<number> {
  const gone = await tx
    .deleteFrom('user')
    .where('id', 'in', tx.selectFrom('user_state').select('user_id').where('demo', '=', true))
    .returning(['id', 'username'])
    .execute();
  for (const { id, username } of gone)
    await appendAudit(
      tx,
      { user: null, clock },
      { action: 'user.remove', subject: { kind: 'user', id }, district: null, detail: { username, demo: true } },
    );
  return gone.length;
}
