import type { Context } from '../platform/context.ts';
import { migrations } from './migrations.ts';

export type { LadderTables } from './tables.ts';

export const ladderContext: Context = { name: 'ladder', migrations };
