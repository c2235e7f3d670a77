import { copyFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Text } from '@forest/domain';
import { Fault } from '../../platform/fault.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { ImportWords } from './import-words.ts';
import { FileRefused } from './readers/refusal.ts';

/** What the use cases of importing are given beside their input. */
export interface ImportCase extends Pick<RequestContext, 'db' | 'database' | 'clock' | 'user' | 'jobs' | 'settings'> {
  words: ImportWords;
}

/** Uploaded files lie in the data folder, under a key that nobody outside can choose. */
export function fileStore(dataDir: string) {
  const folder = path.resolve(dataDir, 'files', 'imports');
  return {
    folder,
    fileOf: (key: string) => path.join(folder, path.basename(key)),
  };
}

/** Moves or, across file systems, copies. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyFile(from, to);
  }
}

/** A refused file as the answer to whoever sent it. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileRefused) throw new Fault('invalid', error.text);
    throw error;
  }
}

export const importNoun: Text = { zh: '导入记录', en: 'import' };
