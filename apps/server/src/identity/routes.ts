import { contract } from '@forest/api';
import { type Action, permissions, roleNames, roles } from '@forest/domain';
import { may, present, procedures } from '../platform/http/procedures.ts';
import { changePassword } from './change-password.ts';
import { listDemoAccounts } from './demo-accounts.ts';
import { getUser, listUsers } from './list-users.ts';
import { assignRoles, createUser, disableUser, enableUser, resetPassword, updateUser } from './manage-users.ts';
import { KINDS_NEEDED, passwordRulesText } from './password-policy.ts';
import { listSessions, revokeSession } from './sessions.ts';
import { OIDC_PROVIDER } from './sign-in.ts';
import { whoAmI } from './who-am-i.ts';

const os = procedures(contract.identity);
const done = { ok: true };

export const router = os.router({
  me: os.me.handler(({ context }) => whoAmI(context)),
  signInOptions: os.signInOptions.handler(async ({ context: { db, settings } }) => ({
    oidc: settings.oidc && { providerId: OIDC_PROVIDER, name: { zh: settings.oidc.name, en: settings.oidc.name } },
    demoAccounts: await listDemoAccounts(db),
    passwordRules: {
      minLength: settings.password.minLength,
      kinds: KINDS_NEEDED,
      text: passwordRulesText(settings.password),
    },
  })),
  changePassword: os.changePassword.use(present).handler(async ({ input, context }) => {
    await changePassword(input, context);
    return done;
  }),
  sessions: {
    list: os.sessions.list.use(present).handler(({ input, context }) => listSessions(input, context)),
    revoke: os.sessions.revoke.use(present).handler(async ({ input, context }) => {
      await revokeSession(input, context);
      return done;
    }),
  },
  users: {
    list: os.users.list.use(may('user.read')).handler(({ input, context }) => listUsers(input, context)),
    get: os.users.get.use(may('user.read')).handler(({ input, context }) => getUser(input, context)),
    create: os.users.create.use(may('user.manage')).handler(({ input, context }) => createUser(input, context)),
    update: os.users.update.use(may('user.manage')).handler(async ({ input, context }) => {
      await updateUser(input, context);
      return done;
    }),
    disable: os.users.disable.use(may('user.manage')).handler(async ({ input, context }) => {
      await disableUser(input, context);
      return done;
    }),
    enable: os.users.enable.use(may('user.manage')).handler(async ({ input, context }) => {
      await enableUser(input, context);
      return done;
    }),
    resetPassword: os.users.resetPassword
      .use(may('user.manage'))
      .handler(({ input, context }) => resetPassword(input, context)),
  },
  roles: {
    assign: os.roles.assign.use(may('user.manage')).handler(async ({ input, context }) => {
      await assignRoles(input, context);
      return done;
    }),
    list: os.roles.list.use(may('organisation.read')).handler(() =>
      roles.map((role) => ({
        role,
        name: roleNames[role],
        actions: (Object.keys(permissions[role]) as Action[]).map((action) => ({
          action,
          scope: permissions[role][action] ?? '',
        })),
      })),
    ),
  },
  organisation: {
    tree: os.organisation.tree
      .use(may('organisation.read'))
      .handler(({ context: { db } }) =>
        db
          .selectFrom('organisation_unit')
          .select(['id', 'kind', 'name', 'parent_id as parentId', 'district', 'path'])
          .orderBy('position')
          .execute(),
      ),
  },
});
