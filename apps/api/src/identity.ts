import { oc } from '@orpc/contract';
import { z } from 'zod';
import { listOf, pageOf, paging, text } from './common.ts';

/** Contract of identity: who I am, who the others are, how the organisation is built. Signing in itself is `/api/auth`. */

export const role = z.enum([
  'public',
  'enterpriseUser',
  'serviceOfficer',
  'districtStaff',
  'leader',
  'coDepartment',
  'expert',
  'technologyBroker',
  'carrierOperator',
  'financier',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
]);

export const heldRole = z.object({
  role,
  roleName: text,
  unitId: z.string().nullable(),
  unitName: text.nullable(),
  unitPath: z.string(),
  enterpriseId: z.number().int().nullable(),
});

export const me = z.object({
  signedIn: z.boolean(),
  id: z.string(),
  username: z.string().nullable(),
  name: z.string().nullable(),
  roles: z.array(heldRole),
  /** Everything this person may do somewhere; names of `actions` in the domain. */
  actions: z.array(z.string()),
  /** What has to be done before anything else works. */
  pending: z.enum(['password_change', 'second_factor']).nullable(),
  passwordReason: z.enum(['first_sign_in', 'expired']).nullable(),
  secondFactor: z.boolean(),
  demo: z.boolean(),
});

/** What the sign-in page has to offer. */
export const signInOptions = z.object({
  oidc: z.object({ providerId: z.string(), name: text }).nullable(),
  /** Accounts of the demonstration district, with their password; empty anywhere else. */
  demoAccounts: z.array(z.object({ username: z.string(), password: z.string(), role: text })),
  passwordRules: z.object({ minLength: z.number().int(), kinds: z.number().int(), text }),
});

export const userView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(heldRole),
  state: z.enum(['active', 'disabled', 'locked']),
  lockedUntil: z.date().nullable(),
  secondFactor: z.boolean(),
  passwordChangedAt: z.date().nullable(),
  lastSignInAt: z.date().nullable(),
  createdAt: z.date(),
});

export const sessionView = z.object({
  id: z.string(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
});

export const unitView = z.object({
  id: z.string(),
  kind: z.enum(['city', 'district', 'park', 'subdistrict', 'carrier', 'department']),
  name: text,
  parentId: z.string().nullable(),
  district: z.string().nullable(),
  path: z.string(),
});

const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, '用户名为 3–32 位小写字母、数字、点、横线或下划线');

const grantInput = z.object({
  role: role.exclude(['public']),
  unitId: z.string(),
  enterpriseId: z.number().int().nullable().default(null),
});

const userId = z.object({ id: z.string() });
const done = z.object({ ok: z.boolean() });

export const identity = {
  me: oc.route({ method: 'GET', path: '/me', summary: '当前用户' }).output(me),
  signInOptions: oc.route({ method: 'GET', path: '/sign-in-options', summary: '登录方式' }).output(signInOptions),
  changePassword: oc
    .route({ method: 'POST', path: '/me/password', summary: '修改密码' })
    .input(z.object({ current: z.string().max(200), next: z.string().max(200) }))
    .output(done),
  sessions: {
    list: oc
      .route({ method: 'GET', path: '/sessions', summary: '登录会话' })
      .input(z.object({ userId: z.string().optional() }))
      .output(z.array(sessionView)),
    revoke: oc.route({ method: 'DELETE', path: '/sessions/{id}', summary: '注销会话' }).input(userId).output(done),
  },
  users: {
    list: oc
      .route({ method: 'GET', path: '/users', summary: '用户' })
      .input(
        paging.extend({
          q: z.string().trim().max(100).optional(),
          role: listOf(role).optional(),
          state: z.enum(['active', 'disabled', 'locked']).optional(),
        }),
      )
      .output(pageOf(userView)),
    get: oc.route({ method: 'GET', path: '/users/{id}', summary: '一个用户' }).input(userId).output(userView),
    /** Answers the first password once; it is stored only as a hash and has to be changed at the first sign-in. */
    create: oc
      .route({ method: 'POST', path: '/users', summary: '新建用户' })
      .input(
        z.object({
          username,
          name: z.string().trim().min(1).max(60),
          email: z.email().nullable().default(null),
          roles: z.array(grantInput).max(20),
        }),
      )
      .output(z.object({ id: z.string(), firstPassword: z.string() })),
    update: oc
      .route({ method: 'PUT', path: '/users/{id}', summary: '修改用户' })
      .input(z.object({ id: z.string(), name: z.string().trim().min(1).max(60), email: z.email().nullable() }))
      .output(done),
    disable: oc
      .route({ method: 'POST', path: '/users/{id}/disable', summary: '停用' })
      .input(userId.extend({ reason: z.string().trim().min(2).max(500) }))
      .output(done),
    enable: oc
      .route({ method: 'POST', path: '/users/{id}/enable', summary: '启用并解除锁定' })
      .input(userId)
      .output(done),
    resetPassword: oc
      .route({ method: 'POST', path: '/users/{id}/reset-password', summary: '重置密码与第二因素' })
      .input(userId.extend({ reason: z.string().trim().min(2).max(500) }))
      .output(z.object({ firstPassword: z.string() })),
  },
  roles: {
    /** Replaces what the user holds. */
    assign: oc
      .route({ method: 'PUT', path: '/users/{id}/roles', summary: '分配角色' })
      .input(userId.extend({ roles: z.array(grantInput).max(20) }))
      .output(done),
    list: oc
      .route({ method: 'GET', path: '/roles', summary: '角色与权限' })
      .output(
        z.array(z.object({ role, name: text, actions: z.array(z.object({ action: z.string(), scope: z.string() })) })),
      ),
  },
  organisation: {
    /** All units as rows, parents first; `path` orders them as a tree. */
    tree: oc.route({ method: 'GET', path: '/organisation', summary: '组织机构' }).output(z.array(unitView)),
  },
};
