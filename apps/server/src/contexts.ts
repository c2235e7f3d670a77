import { identityContext } from './identity/index.ts';
import { ladderContext } from './ladder/index.ts';
import { libraryContext } from './library/index.ts';
import type { Context } from './platform/context.ts';
import { platformContext } from './platform/platform-context.ts';
import { registryContext } from './registry/index.ts';
import { systemContext } from './system/index.ts';

/** The whole program: one line a context. Migrations and start-up run in this order. */
export const contexts: readonly Context[] = [
  platformContext,
  identityContext,
  registryContext,
  ladderContext,
  libraryContext,
  systemContext,
];
