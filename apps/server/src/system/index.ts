import type { Context } from '../platform/context.ts';
import { router } from './routes.ts';

/** What runs the house: the audit trail, jobs, the district, the workbench. It keeps no tables of its own. */
export const systemContext: Context = { name: 'system', migrations: [], router };
