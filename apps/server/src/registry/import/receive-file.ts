import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { missingReader } from '@forest/intake';
import { appendAudit } from '../../platform/audit/index.ts';
import { authorise } from '../../platform/authorise.ts';
import { fileStore, type ImportCase, moveFile, refusing } from './deps.ts';
import { checkSource } from './find-import.ts';
import { inspect } from './inspect.ts';
import { openLedger } from './readers/open-ledger.ts';

/** 2 GB: a province's ledger is a few hundred megabytes. */
export const largestUpload = 2 * 1024 * 1024 * 1024;

export interface UploadedFile {
  fileName: string;
  /** Where it lies now; it is moved from there. */
  path: string;
  size: number;
  sha256: string;
  source: string;
  district: string;
}

/**
 * Takes an uploaded file into the store, looks at it and proposes what its columns mean.
 * @returns id of the import. @throws Fault `invalid` with a remedy when it cannot be read; nothing is kept then.
 */
export async function receiveImport(upload: UploadedFile, ctx: ImportCase): Promise<{ id: number }> {
  const { db, settings, user, clock, words } = ctx;
  const { district, source, fileName, size, sha256 } = upload;
  authorise(user, 'enterprise.import', { district, unitPaths: [`/${district}/`] });
  await checkSource(db, source);
  const store = fileStore(settings.dataDir);
  await mkdir(store.folder, { recursive: true });
  const key = createHash('sha256')
    .update(`${sha256} ${clock.now().toISOString()} ${fileName}`)
    .digest('hex')
    .slice(0, 32);
  const file = store.fileOf(key);
  await moveFile(upload.path, file);
  try {
    const { ledger, detected } = await refusing(async () => {
      const ledger = await openLedger(file);
      return { ledger, detected: await inspect(ledger, words, missingReader(), clock, null) };
    });
    return await db.transaction().execute(async (tx) => {
      const { id } = await tx
        .insertInto('import')
        .values({
          ...{ district, source, sha256, file_name: fileName.slice(0, 200), file_key: key, bytes: size },
          state: 'previewed',
          started_by: user.id,
          started_at: clock.now(),
          ...detected.stored,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await detected.saveProblems(tx, id, district);
      const detail = { fileName, sha256, bytes: size, source, kind: ledger.kind };
      await appendAudit(
        tx,
        { user, clock },
        { action: 'import.receive', subject: { kind: 'import', id }, district, detail },
      );
      return { id };
    });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
