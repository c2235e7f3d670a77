import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { StartupFault } from '../startup-fault.ts';
import { isReachableByOthers, type RunAs, systemFolder } from './unprivileged.ts';

const SERVER_MAJOR = '18';

/**
 * The database's own folder inside `dataDir`, initialised. Initialisation happens beside it and is moved into place
 * in one step, so neither a kill in the middle nor two servers at once leave half a database.
 * @throws StartupFault when the folder cannot be written or belongs to another PostgreSQL version.
 */
export function prepareDataFolder(dataDir: string, binaries: string, runAs: RunAs, sync: boolean): string {
  const folder = writableFolder(dataDir, runAs);
  const cluster = path.join(folder, 'cluster');
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) initialise(folder, cluster, binaries, runAs, sync);
  const version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== SERVER_MAJOR)
    throw new StartupFault({
      zh: `${cluster} 由 PostgreSQL ${version} 建立，本程序内置 ${SERVER_MAJOR}。请用原版本备份后恢复到新的数据目录。`,
      en: `${cluster} was made by PostgreSQL ${version}, this program brings ${SERVER_MAJOR}. Back up with the old version and restore into a new data folder.`,
    });
  return cluster;
}

/** `dataDir/postgres`; for root a link to a place the database's user can reach when `dataDir` is closed to it. */
function writableFolder(dataDir: string, runAs: RunAs): string {
  const base = path.resolve(dataDir);
  const folder = path.join(base, 'postgres');
  try {
    mkdirSync(base, { recursive: true });
    accessSync(base, constants.W_OK | constants.X_OK);
    if (runAs.uid !== undefined && !isReachableByOthers(base) && !linkStatus(folder)) {
      const name = `${path.basename(base)}-${createHash('sha256').update(base).digest('hex').slice(0, 12)}`;
      const elsewhere = path.join(systemFolder(), name);
      mkdirSync(elsewhere, { recursive: true });
      symlinkSync(elsewhere, folder);
    }
    mkdirSync(folder, { recursive: true });
    const real = realpathSync(folder);
    if (runAs.uid !== undefined) chownSync(real, runAs.uid, runAs.gid!);
    chmodSync(real, 0o700);
    accessSync(real, constants.W_OK | constants.X_OK);
    return real;
  } catch (cause) {
    throw new StartupFault(
      {
        zh: `数据目录 ${base} 无法写入（${codeOf(cause)}）。请检查目录的所有者与权限，或换一个目录。`,
        en: `The data folder ${base} cannot be written (${codeOf(cause)}). Check its owner and permissions, or choose another folder.`,
      },
      cause,
    );
  }
}

function linkStatus(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function initialise(folder: string, cluster: string, binaries: string, runAs: RunAs, sync: boolean): void {
  const unfinished = mkdtempSync(path.join(folder, 'initialising-'));
  if (runAs.uid !== undefined) chownSync(unfinished, runAs.uid, runAs.gid!);
  const made = path.join(unfinished, 'cluster');
  const encoding = ['-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const arguments_ = ['-D', made, '-U', 'postgres', '-A', 'trust', ...encoding, '--no-instructions'];
  const run = spawnSync(path.join(binaries, 'bin/initdb'), sync ? arguments_ : [...arguments_, '--no-sync'], {
    ...runAs,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
  });
  try {
    if (run.status !== 0)
      throw new StartupFault(
        {
          zh: `数据库初始化失败：${lastLine(run.stderr)}。请检查磁盘空间与目录 ${folder} 的权限。`,
          en: `The database could not be initialised: ${lastLine(run.stderr)}. Check the disk space and the permissions of ${folder}.`,
        },
        run.error ?? run.stderr,
      );
    renameSync(made, cluster);
  } catch (error) {
    // Another server finished first: its folder is as good as ours.
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function lastLine(text: string | null): string {
  return (text ?? '').trim().split('\n').at(-1) || '?';
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
