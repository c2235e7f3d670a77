import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartupFault } from '../startup-fault.ts';
import { postgresBinaries } from './binaries.ts';
import { prepareDataFolder } from './data-folder.ts';
import { type RunAs, unprivilegedUser } from './unprivileged.ts';

export interface EmbeddedServer {
  /** Folder of the unix socket; there is no TCP port. */
  host: string;
  port: number;
  user: string;
  /** A server was already running on the folder and is used on. */
  reattached: boolean;
  /** Stops the server unless another process still uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** False only for databases that are thrown away: commits no longer reach the disk. */
  durable?: boolean;
  /** Give up after this long; recovery after a crash may need minutes. */
  startWithinMs?: number;
}

const SUPERUSER = 'postgres';
const PORT = 5432;
const BUSY_PATIENCE_MS = 5000;
const LOG_KEPT = 10 * 1024 * 1024;

interface Child {
  exited: boolean;
  /** Where in the log file this start begins. */
  logFrom: number;
}

/**
 * Runs PostgreSQL on `dataDir`, or joins the one that already runs there: after a kill -9 of this program the database
 * lives on and is simply taken over again.
 * @throws StartupFault with one sentence on what to do.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const { durable = true, startWithinMs = 300_000 } = options;
  const runAs = unprivilegedUser();
  const binaries = postgresBinaries(runAs.uid !== undefined);
  const cluster = prepareDataFolder(dataDir, binaries, runAs, durable);
  const logFile = path.join(cluster, '..', 'postgres.log');
  const deadline = Date.now() + startWithinMs;
  let child: Child | null = null;
  let busySince = 0;
  for (; Date.now() < deadline; await sleep(15)) {
    const running = await findRunning(cluster);
    if (running === 'starting') continue;
    if (running)
      return { ...running, port: PORT, user: SUPERUSER, reattached: !child, stop: () => stop(cluster, running.host) };
    if (child?.exited) {
      const log = tail(logFile, child.logFrom);
      // Someone else won the race for the folder: wait for that server instead, but not for one that never answers.
      if (!log.includes('postmaster.pid')) throw cannotStart(log, logFile);
      busySince ||= Date.now();
      if (Date.now() - busySince > BUSY_PATIENCE_MS) throw cannotStart(log, logFile);
      await sleep(100);
      child = null;
    }
    child ??= launch(binaries, cluster, logFile, runAs, durable);
  }
  throw cannotStart(tail(logFile, child?.logFrom ?? 0), logFile);
}

/** Asks the socket named in the lock file; a stale lock file answers with nothing. */
async function findRunning(cluster: string): Promise<{ host: string } | 'starting' | null> {
  const lock = readLock(cluster);
  if (!lock) return null;
  const client = new pg.Client({
    host: lock.host,
    port: PORT,
    user: SUPERUSER,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return rows[0].data_directory === cluster ? { host: lock.host } : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // 57P03: starting up, shutting down or recovering.
    return code === '57P03' ? 'starting' : null;
  } finally {
    await client.end().catch(() => {});
  }
}

function readLock(cluster: string): { pid: number; host: string } | null {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , , host] = readFileSync(file, 'utf8').split('\n');
  return pid && host ? { pid: Number(pid), host } : null;
}

function launch(binaries: string, cluster: string, logFile: string, runAs: RunAs, durable: boolean): Child {
  const socket = mkdtempSync(path.join(os.tmpdir().length < 60 ? os.tmpdir() : '/tmp', 'forest-pg-'));
  if (runAs.uid !== undefined) chownSync(socket, runAs.uid, runAs.gid!);
  if (sizeOf(logFile) > LOG_KEPT) renameSync(logFile, `${logFile}.1`);
  const logFrom = sizeOf(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const settings = {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    max_connections: '100',
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    random_page_cost: '1.1',
    // Rules compile to long expressions, on which just-in-time compilation costs more than it saves.
    jit: 'off',
    // Statements and row values stay out of the log: they hold personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(path.join(binaries, 'bin/postgres'), ['-D', cluster, ...flags], {
    ...runAs,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    // Its own group: Ctrl-C reaches this program, which then stops the database in order.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const state = { exited: false, logFrom };
  const done = () => {
    state.exited = true;
    rmSync(socket, { recursive: true, force: true });
  };
  child.on('error', done);
  child.on('exit', done);
  return state;
}

async function stop(cluster: string, host: string): Promise<void> {
  if (await usedByOthers(host)) return;
  const lock = readLock(cluster);
  if (!lock || lock.host !== host) return;
  try {
    process.kill(lock.pid, 'SIGINT');
  } catch {
    return;
  }
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && readLock(cluster)?.pid === lock.pid; )
    await sleep(15);
  rmSync(host, { recursive: true, force: true });
}

/** Our own connections have been closed, but their backends need a moment to go. */
async function usedByOthers(host: string): Promise<boolean> {
  const client = new pg.Client({ host, port: PORT, user: SUPERUSER, database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    for (const deadline = Date.now() + 1000; Date.now() < deadline; await sleep(15)) {
      const others = await client.query(
        `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
      );
      if (!others.rows.length) return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function tail(file: string, from: number): string {
  return existsSync(file) ? readFileSync(file).subarray(from).toString('utf8').slice(-4000) : '';
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function cannotStart(log: string, logFile: string): StartupFault {
  const reason = log
    .split('\n')
    .findLast((line) => /FATAL|PANIC/.test(line))
    ?.replace(/^.*(FATAL|PANIC):\s*/, '');
  const busy = log.includes('postmaster.pid');
  return new StartupFault(
    busy
      ? {
          zh: `数据目录正被另一个无法连接的数据库进程使用。请先停止它（进程号见 ${path.dirname(logFile)}/cluster/postmaster.pid），再重新启动。`,
          en: `The data folder is in use by another database process that does not answer. Stop it first (its id is in ${path.dirname(logFile)}/cluster/postmaster.pid), then start again.`,
        }
      : {
          zh: `内置数据库没有启动：${reason ?? '原因不明'}。详情见 ${logFile}。`,
          en: `The built-in database did not start: ${reason ?? 'unknown reason'}. Details are in ${logFile}.`,
        },
    log,
  );
}
