import type { Migration } from './database/index.ts';

/**
 * What a folder of the server hands to the platform. Its `index.ts` exports one value of this shape, and one line in
 * `contexts.ts` adds it to the program.
 */
export interface Context {
  /** Name of the folder and of the contract's key. */
  name: string;
  /** The schema in order; applied steps are never edited. */
  migrations: readonly Migration[];
}
