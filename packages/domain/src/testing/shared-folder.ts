import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../../..');

/**
 * Folder with the real data sets that may not enter the repository, beside the checkout or where FOREST_SHARED says.
 * @returns null, after a warning that says which test goes without, when `inside` is not there.
 */
export function sharedFolder(inside: string): string | null {
  const folder = path.join(process.env.FOREST_SHARED ?? path.join(root, '..', 'shared'), inside);
  if (existsSync(folder)) return folder;
  console.warn(`SKIPPED: tests on ${inside} need the shared data folder beside the checkout (or FOREST_SHARED)`);
  return null;
}
