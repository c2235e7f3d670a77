import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { StartupFault } from '../startup-fault.ts';
import { type BackupManifest, backupManifest, MANIFEST } from './manifest.ts';
import { readTar, type TarFile } from './tar.ts';

/** The files of a backup in order. */
export async function* backupFiles(file: string): AsyncGenerator<TarFile> {
  const packed = createReadStream(file);
  const plain = createGunzip();
  packed.on('error', (error) => plain.destroy(error));
  yield* readTar(packed.pipe(plain));
}

/** The table a file of the archive belongs to, or null for the manifest. */
export function tableOf(name: string): string | null {
  return /^data\/([^/]+)\/\d+\.copy$/.exec(name)?.[1] ?? null;
}

/**
 * Reads a whole backup and compares every sum.
 * @throws StartupFault with one sentence when the file is damaged, cut off or no backup.
 */
export async function checkBackup(file: string): Promise<BackupManifest> {
  const found = new Map<string, { hash: Hash; bytes: number }>();
  let manifest: BackupManifest | undefined;
  try {
    for await (const { name, data } of backupFiles(file)) {
      if (name === MANIFEST) manifest = backupManifest.parse(JSON.parse(data.toString()));
      const table = tableOf(name);
      if (!table) continue;
      const sum = found.get(table) ?? { hash: createHash('sha256'), bytes: 0 };
      sum.hash.update(data);
      sum.bytes += data.length;
      found.set(table, sum);
    }
  } catch (cause) {
    throw damaged(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (!manifest) throw damaged(file, 'manifest.json', undefined);
  const nothing = createHash('sha256').digest('hex');
  for (const { name, sha256, bytes } of manifest.tables) {
    const sum = found.get(name);
    found.delete(name);
    if ((sum?.hash.digest('hex') ?? nothing) !== sha256 || (sum?.bytes ?? 0) !== bytes)
      throw damaged(file, name, undefined);
  }
  for (const extra of found.keys()) throw damaged(file, extra, undefined);
  return manifest;
}

function damaged(file: string, where: string, cause: unknown): StartupFault {
  return new StartupFault(
    {
      zh: `备份文件 ${file} 已损坏或不完整（${where}）。请换用另一份备份。`,
      en: `The backup ${file} is damaged or incomplete (${where}). Use another one.`,
    },
    cause,
  );
}
