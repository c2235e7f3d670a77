import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ContentFile } from '@forest/rules';
import { StartupFault } from '../startup-fault.ts';

/** The repository's own content, beside `apps/`. */
export const contentFolder = path.resolve(import.meta.dirname, '../../../../../content');

/**
 * Every text file of the content folder, by its path from there (`national/rules/hnte.yaml`).
 * @throws StartupFault when the folder is not there.
 */
export function readFolder(folder: string): ContentFile[] {
  if (!existsSync(folder))
    throw new StartupFault({
      zh: `找不到内容目录 ${folder}。请从完整的程序目录启动。`,
      en: `There is no content folder ${folder}. Start from the complete program folder.`,
    });
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|csv)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: path.relative(folder, file).split(path.sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}
