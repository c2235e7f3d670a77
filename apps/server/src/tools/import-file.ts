import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { OpenedPlatform } from '../app.ts';
import { StartupFault } from '../platform/startup-fault.ts';
import { programWords, receiveImport, startImport } from '../registry/index.ts';
import { operator } from './open-tools.ts';
import { waitForJob } from './wait-for-job.ts';

export interface ImportFileOptions {
  file: string;
  district: string;
  /** Id in table `source`. */
  source: string;
  progress: (share: number) => void;
}

/**
 * Imports a ledger as the wizard does, with the columns as they are recognised.
 * @returns id of the import and its counts. @throws StartupFault when the file is not there.
 */
export async function importFile(tools: OpenedPlatform, { file, district, source, progress }: ImportFileOptions) {
  const { platform } = tools;
  const context = { ...platform, user: operator(district), words: programWords() };
  const copy = await ownCopy(file, platform.settings.dataDir);
  try {
    const { size } = await stat(copy);
    const upload = { fileName: path.basename(file), path: copy, size, sha256: await sha256Of(copy), source, district };
    const { id } = await receiveImport(upload, context);
    const { jobId } = await startImport({ id }, context);
    await waitForJob(tools, jobId, progress);
    const { counts, state } = await platform.db
      .selectFrom('import')
      .select(['counts', 'state'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { id, state, counts };
  } finally {
    await rm(copy, { force: true });
  }
}

/** The store moves what it takes; the operator's file stays where it is. */
async function ownCopy(file: string, dataDir: string): Promise<string> {
  const folder = path.resolve(dataDir, 'files');
  await mkdir(folder, { recursive: true });
  const copy = path.join(folder, `incoming-${process.pid}`);
  try {
    await copyFile(file, copy);
  } catch (cause) {
    throw new StartupFault(
      { zh: `读不到文件 ${file}。请检查路径与权限。`, en: `Cannot read ${file}. Check the path and its permissions.` },
      cause,
    );
  }
  return copy;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
