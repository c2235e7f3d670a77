import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartupFault } from '../startup-fault.ts';

/** Ids to run the database under; empty when this process is not root and needs no change. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: as root it is given to `postgres` or, failing that, `nobody`. */
export function unprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const id = (flag: '-u' | '-g') =>
      Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
    try {
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // This user does not exist here: try the next.
    }
  }
  throw new StartupFault({
    zh: '以 root 启动时需要一个普通用户来运行数据库，但本机既没有 postgres 也没有 nobody。请改用普通用户启动，或设置 DATABASE_URL。',
    en: 'Started as root, the database needs an ordinary user to run as, and neither postgres nor nobody exists. Start as an ordinary user, or set DATABASE_URL.',
  });
}

/** Whether every folder up to the root lets other users pass. */
export function isReachableByOthers(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** Where root keeps what the database's user must reach; not a temporary folder, which systems clean up. */
export function systemFolder(): string {
  const folder = '/var/lib/kechuang-forest';
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
