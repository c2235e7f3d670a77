import type { Context } from '../platform/context.ts';
import { createFirstAdministrators } from './first-administrators.ts';
import { authRoutes } from './http-routes.ts';
import { migrations } from './migrations.ts';
import { router } from './routes.ts';

export { createDemoAccounts, removeDemoAccounts } from './demo-accounts.ts';
export { createUser } from './manage-users.ts';
export { openIdentity } from './open-identity.ts';

export const identityContext: Context = {
  name: 'identity',
  migrations,
  router,
  routes: authRoutes,
  start: async (platform) => {
    const file = await createFirstAdministrators(platform);
    if (file) platform.log.warn(`first passwords of the three administrators are in ${file}`);
  },
};
