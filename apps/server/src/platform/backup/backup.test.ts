import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contexts } from '../../contexts.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { appendAudit, verifyAudit } from '../audit/index.ts';
import { systemClock } from '../clock.ts';
import { bulkTransaction } from '../database/index.ts';
import { backUp, checkBackup, restoreBackup } from './index.ts';

const sets = contexts.map(({ name, migrations }) => ({ context: name, migrations }));
let folder: string;
let source: TestDatabase;
let file: string;
const targets: TestDatabase[] = [];
const emptyTarget = async () => {
  const target = await startTestDatabase({ migrated: false });
  targets.push(target);
  return target;
};

/** Enterprises and one event about them, in one transaction. */
const fill = (database: TestDatabase, from: number, count: number) =>
  bulkTransaction(database, async (tx, client) => {
    await client.query(
      `insert into enterprise (district, name, name_key, unit_paths, search_text, address, confirmed)
       select 'jianye', '演示企业 ' || n, 'key' || n, array['/jianye/'], 'x', E'第一行\\n\\t"引号"\\\\', '{"a": [1, null]}'
       from generate_series($1::int, $2::int) n`,
      [from, from + count - 1],
    );
    const entry = { action: 'test', subject: { kind: 'test', id: from }, district: 'jianye' };
    await appendAudit(tx, { user: null, clock: systemClock }, entry);
  });

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'forest-backup-'));
  file = path.join(folder, 'one.tar.gz');
  source = await startTestDatabase();
  await fill(source, 1, 40_000);
});
afterAll(async () => {
  for (const target of targets) await target.close();
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  test('is the database of one moment, although others go on writing', async () => {
    let writing = true;
    const others = (async () => {
      for (let n = 100_000; writing; n += 10) await fill(source, n, 10);
    })();
    const manifest = await backUp(source, file, systemClock);
    writing = false;
    await others;
    const rowsOf = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;
    // Ten enterprises and one event were always written together.
    expect(rowsOf('enterprise') - 40_000).toBe((rowsOf('audit_event') - 1) * 10);
    expect(readdirSync(folder)).toEqual(['one.tar.gz']);
  });

  test('leaves out who was signed in', async () => {
    const { tables } = await checkBackup(file);
    const names = tables.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['enterprise', 'user', 'audit_event']));
    expect(names).not.toContain('session');
  });

  test('comes back the same in an empty database, chain of the audit trail included', async () => {
    const target = await emptyTarget();
    const manifest = await restoreBackup(target, file, sets);
    const { rows } = await target.pool.query('select count(*) as n from enterprise');
    expect(rows[0].n).toBe(manifest.tables.find(({ name }) => name === 'enterprise')?.rows);
    expect(await verifyAudit(target.db)).toMatchObject({ ok: true });
    const again = path.join(folder, 'two.tar.gz');
    const second = await backUp(target, again, systemClock);
    expect(second.tables).toEqual(manifest.tables);
    await fill(target, 900_000, 1);
    expect(await verifyAudit(target.db)).toMatchObject({ ok: true });
    rmSync(again);
  });

  test('is refused where there is something already', async () => {
    await expect(restoreBackup(source, file, sets)).rejects.toThrow('not empty');
  });

  test('is refused when a byte differs or the end is missing, before anything is written', async () => {
    const whole = readFileSync(file);
    const target = await emptyTarget();
    const broken = path.join(folder, 'broken.tar.gz');
    for (const cut of [
      whole.subarray(0, whole.length / 2),
      whole.subarray(0, whole.length - 20),
      Buffer.from('not a backup'),
    ]) {
      writeFileSync(broken, cut);
      await expect(restoreBackup(target, broken, sets)).rejects.toThrow('damaged');
    }
    const changed = Buffer.from(whole);
    changed[Math.floor(whole.length / 3)]! ^= 0xff;
    writeFileSync(broken, changed);
    await expect(restoreBackup(target, broken, sets)).rejects.toThrow('damaged');
    const { rows } = await target.pool.query(
      `select count(*) as n from pg_class where relnamespace = 'public'::regnamespace`,
    );
    expect(rows[0].n).toBe(0);
    rmSync(broken);
  });

  test('of a newer program is refused', async () => {
    const older = sets.map(({ context, migrations }) => ({
      context,
      migrations: context === 'identity' ? migrations.slice(0, 1) : migrations,
    }));
    await expect(restoreBackup(await emptyTarget(), file, older)).rejects.toThrow('newer program');
  });

  test('of an older program is brought up to this one', async () => {
    const newer = sets.map((set) =>
      set.context === 'platform'
        ? {
            ...set,
            migrations: [
              ...set.migrations,
              { id: '9999-later', up: 'alter table enterprise add column later int default 5' },
            ],
          }
        : set,
    );
    const target = await emptyTarget();
    await restoreBackup(target, file, newer);
    expect((await target.pool.query('select later from enterprise limit 1')).rows).toEqual([{ later: 5 }]);
  });
});
