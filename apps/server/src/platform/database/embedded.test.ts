import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exited, runNode, source } from '../../testing/run-node.ts';
import { StartupFault } from '../startup-fault.ts';
import { openDatabase } from './open.ts';
import { unprivilegedUser } from './unprivileged.ts';

let base: string;
let dataDir: string;
let count = 0;
beforeAll(() => {
  base = mkdtempSync(path.join(os.tmpdir(), 'forest-embedded-'));
  chmodSync(base, 0o755);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));
beforeEach(() => {
  count += 1;
  dataDir = path.join(base, `data-${count}`);
});

const open = () => openDatabase({ dataDir, poolSize: 2 });
const lockFile = () => path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
const postmaster = () => Number(readFileSync(lockFile(), 'utf8').split('\n')[0]);
const gone = (pid: number) => expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 10_000 }).toBe(false);

afterEach(async () => {
  if (!existsSync(lockFile())) return;
  const pid = postmaster();
  process.kill(pid, 'SIGCONT');
  process.kill(pid, 'SIGQUIT');
  await gone(pid);
});

describe('the embedded database', () => {
  test('starts on a new folder, keeps what it was given and leaves nothing running', async () => {
    const first = await open();
    await first.pool.query('create table t (n int); insert into t values (1)');
    const pid = postmaster();
    await first.close();
    await gone(pid);
    const second = await open();
    expect((await second.pool.query('select n from t')).rows).toEqual([{ n: 1 }]);
    expect(statSync(path.join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    await second.close();
  });

  test('is taken over when the program before was killed', async () => {
    const script = `
      import { openDatabase } from ${source('platform/database/open.ts')};
      const database = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
      await database.pool.query('create table t (n int)');
      for (let n = 0; ; n += 1) { await database.pool.query('insert into t values ($1)', [n]); console.log(n); }`;
    const child = runNode(script);
    await expect.poll(() => child.lines.length, { timeout: 20_000 }).toBeGreaterThan(50);
    child.kill('SIGKILL');
    await exited(child);
    const before = postmaster();
    const database = await open();
    expect(postmaster()).toBe(before);
    const acknowledged = Number(child.lines.at(-1));
    expect((await database.pool.query('select max(n) as n from t')).rows[0].n).toBeGreaterThanOrEqual(acknowledged);
    await database.close();
    await gone(before);
  });

  test('recovers by itself when the database was killed too', async () => {
    const first = await open();
    await first.pool.query('create table t (n int); insert into t values (7)');
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    const second = await open();
    expect((await second.pool.query('select n from t')).rows).toEqual([{ n: 7 }]);
    await second.close();
    await first.close();
  });

  test('serves several programs on one folder, and stays until the last has gone', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await one.pool.query('create table t (n int)');
    await two.pool.query('insert into t values (1)');
    const pid = postmaster();
    await one.close();
    expect((await two.pool.query('select n from t')).rows).toEqual([{ n: 1 }]);
    await two.close();
    await gone(pid);
  });

  test('continues after it was killed while the folder was being made', async () => {
    mkdirSync(path.join(dataDir, 'postgres', 'initialising-abc', 'cluster'), { recursive: true });
    const database = await open();
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  test('says in one sentence that the folder cannot be written', async () => {
    const file = path.join(base, `file-${count}`);
    writeFileSync(file, '');
    const fault = await openDatabase({ dataDir: path.join(file, 'data') }).catch((error) => error);
    expect(fault).toBeInstanceOf(StartupFault);
    expect(fault.text.zh).toContain('无法写入');
    expect(fault.text.en).toContain('cannot be written');
  });

  test('says in one sentence that another database holds the folder and does not answer', async () => {
    const first = await open();
    process.kill(postmaster(), 'SIGSTOP');
    const fault = await open().catch((error) => error);
    expect(fault).toBeInstanceOf(StartupFault);
    expect(fault.text.zh).toContain('正被另一个');
    process.kill(postmaster(), 'SIGCONT');
    await first.close();
  }, 60_000);

  test('says in one sentence that DATABASE_URL cannot be reached, without the password', async () => {
    const fault = await openDatabase({ dataDir, databaseUrl: 'postgres://someone:secret@127.0.0.1:9/none' }).catch(
      (error) => error,
    );
    expect(fault).toBeInstanceOf(StartupFault);
    expect(fault.message).not.toContain('secret');
  });

  test('runs for an ordinary user as well', async () => {
    const runAs = unprivilegedUser();
    if (runAs.uid === undefined)
      return console.warn('SKIPPED: only root can start as somebody else; the other tests ran as an ordinary user');
    mkdirSync(dataDir);
    chownSync(dataDir, runAs.uid, runAs.gid!);
    const script = `
      import { openDatabase } from ${source('platform/database/open.ts')};
      const database = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(process.getuid(), (await database.pool.query('select 1 as one')).rows[0].one);
      await database.close();`;
    const child = runNode(script, runAs);
    expect([await exited(child), child.lines]).toEqual([0, [`${runAs.uid} 1`]]);
  });
});
