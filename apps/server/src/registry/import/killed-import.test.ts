import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { seedTestOrganisation } from '../testing/enterprises.ts';
import { contentWords, queueImport } from './testing/import-file.ts';

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'forest-killed-'));
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const ROWS = 6_000;

function worker(importId: number): ChildProcess {
  const program = path.join(import.meta.dirname, 'testing', 'worker.ts');
  return spawn(process.execPath, [program, database.url, String(importId)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const mark = async (id: number) => {
  const row = await database.db
    .selectFrom('import')
    .select(['state', 'resume'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { state: row.state, mark: Number((row.resume as { mark?: number }).mark ?? 0) };
};

test('a worker killed in the middle loses no row and doubles none', { timeout: 120_000 }, async () => {
  const file = path.join(folder, 'ledger.csv');
  const row = (n: number) => `演示企业${n},建邺区演示路${n}号,${n},${n % 7 === 0 ? '2031-01-01' : '2020-01-01'}\n`;
  writeFileSync(
    file,
    `企业名称,注册地址,2025年营业收入(万元),成立日期\n${Array.from({ length: ROWS }, (_, n) => row(n)).join('')}`,
  );
  const id = await queueImport(database, file, contentWords());
  let kills = 0;
  for (let last = 0; (await mark(id)).state !== 'done'; ) {
    const child = worker(id);
    const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    // Let it commit a few blocks, then kill it at whatever it is doing.
    while (child.exitCode === null && kills < 4) {
      const now = await mark(id);
      if (now.state === 'done' || now.mark > last + 800) break;
      await sleep(5);
    }
    if (kills < 4 && child.kill('SIGKILL')) kills++;
    await ended;
    last = (await mark(id)).mark;
  }
  expect(kills).toBeGreaterThan(1);
  const { rows } = await database.pool.query(
    `select (select count(*) from enterprise) as enterprises, (select count(distinct name) from enterprise) as names,
      (select count(*) from statement where year = 2025) as figures, (select count(*) from snapshot where year = 2025) as held,
      (select count(*) from import_row_problem) as problems, (select counts from import) as counts`,
  );
  expect(rows[0]).toMatchObject({
    enterprises: ROWS,
    names: ROWS,
    figures: ROWS,
    held: ROWS,
    problems: Math.ceil(ROWS / 7),
    counts: { rows: ROWS, created: ROWS, updated: 0, unchanged: 0, rejected: 0 },
  });
});
