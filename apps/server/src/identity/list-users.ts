import { ROOT_PATH, type Role, roleNames, scopeCondition } from '@forest/domain';
import { type ExpressionBuilder, sql } from 'kysely';
import type { Tables } from '../platform/database/index.ts';
import { notFound } from '../platform/fault.ts';
import type { RequestContext } from '../platform/http/request-context.ts';
import { scopeWhere } from '../platform/scope-where.ts';
import { type HeldRole, readGrants } from './grants.ts';
import { canManage, ROOT_UNIT, userWord } from './manageable.ts';

type Use = Pick<RequestContext, 'db' | 'user' | 'clock'>;
type State = 'active' | 'disabled' | 'locked';

export interface UserFilter {
  page: number;
  pageSize: number;
  q?: string | undefined;
  role?: Role[] | undefined;
  state?: State | undefined;
}

/** Users all of whose roles lie within the viewer's reach: the WHERE says what `canManage` says. */
export async function listUsers({ page, pageSize, q, role, state }: UserFilter, { db, user, clock }: Use) {
  const now = clock.now();
  const held = sql`coalesce(organisation_unit.path, ${ROOT_PATH})`;
  const condition = scopeCondition(user, 'user.read');
  const reach = scopeWhere(condition, { district: sql`organisation_unit.district`, unitPaths: [held] });
  const within = sql<boolean>`(select coalesce(bool_and(${reach}), ${condition.kind === 'all'})
    from user_role left join organisation_unit on organisation_unit.id = user_role.unit_id
    where user_role.user_id = "user".id)`;
  const query = db
    .selectFrom('user')
    .innerJoin('user_state', 'user_state.user_id', 'user.id')
    .where(within)
    .$if(!!q, (rows) =>
      rows.where((is) => is.or([is('user.username', 'ilike', like(q)), is('user.name', 'ilike', like(q))])),
    )
    .$if(!!role?.length, (rows) =>
      rows.where((is) =>
        is.exists(
          is
            .selectFrom('user_role')
            .select('id')
            .whereRef('user_id', '=', 'user.id')
            .where('role', 'in', role ?? []),
        ),
      ),
    )
    .$if(state !== undefined, (rows) => rows.where((is) => inState(is, state ?? 'active', now)));
  const { total } = await query.select((is) => is.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(columns)
    .orderBy('user.username')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const grants = Map.groupBy(
    await readGrants(
      db,
      rows.map(({ id }) => id),
    ),
    ({ userId }) => userId,
  );
  return { rows: rows.map((row) => userView(row, grants.get(row.id) ?? [], now)), total };
}

export async function getUser({ id }: { id: string }, { db, user, clock }: Use) {
  const row = await db
    .selectFrom('user')
    .innerJoin('user_state', 'user_state.user_id', 'user.id')
    .select(columns)
    .where('user.id', '=', id)
    .executeTakeFirst();
  const grants = row ? await readGrants(db, [id]) : [];
  if (!row || !canManage(user, 'user.read', grants)) throw notFound(userWord);
  return userView(row, grants, clock.now());
}

const columns = [
  'user.id',
  'user.username',
  'user.name',
  'user.email',
  'user.createdAt',
  'user.twoFactorEnabled',
  'user_state.disabled_at',
  'user_state.locked_until',
  'user_state.password_changed_at',
  'user_state.last_sign_in_at',
] as const;

interface Row {
  id: string;
  username: string | null;
  name: string;
  email: string;
  createdAt: Date;
  twoFactorEnabled: boolean | null;
  disabled_at: Date | null;
  locked_until: Date | null;
  password_changed_at: Date | null;
  last_sign_in_at: Date | null;
}

function userView(row: Row, grants: readonly HeldRole[], now: Date) {
  const lockedUntil = row.locked_until && row.locked_until > now ? row.locked_until : null;
  const state: State = row.disabled_at ? 'disabled' : lockedUntil ? 'locked' : 'active';
  return {
    id: row.id,
    username: row.username ?? '',
    name: row.name,
    email: row.email.endsWith('@users.invalid') ? null : row.email,
    roles: grants.map(roleView),
    state,
    lockedUntil,
    secondFactor: row.twoFactorEnabled ?? false,
    passwordChangedAt: row.password_changed_at,
    lastSignInAt: row.last_sign_in_at,
    createdAt: row.createdAt,
  };
}

export function roleView({ role, unitId, unitName, unitPath, enterpriseId }: HeldRole) {
  return { role, roleName: roleNames[role], unitId: unitId ?? ROOT_UNIT, unitName, unitPath, enterpriseId };
}

function like(q: string | undefined): string {
  return `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
}

function inState(is: ExpressionBuilder<Tables, 'user' | 'user_state'>, state: State, now: Date) {
  if (state === 'disabled') return is('user_state.disabled_at', 'is not', null);
  const locked = is('user_state.locked_until', '>', now);
  const enabled = is('user_state.disabled_at', 'is', null);
  return state === 'locked'
    ? is.and([enabled, locked])
    : is.and([enabled, is.or([is.not(locked), is('user_state.locked_until', 'is', null)])]);
}
