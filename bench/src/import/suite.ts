import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { contexts } from '../../../apps/server/src/contexts.ts';
import { connectTo, type Database, migrate, startEmbedded } from '../../../apps/server/src/platform/database/index.ts';
import { seedTestOrganisation } from '../../../apps/server/src/registry/testing/enterprises.ts';
import { sharedFolder } from '../../../packages/domain/src/testing/shared-folder.ts';
import { medianRatio } from '../measure.ts';
import { type Measurement, median, type Suite, type SuiteOptions } from '../suite.ts';
import { copyFile, copyWritten } from './baseline.ts';

export const importSuite: Suite = {
  name: 'import',
  title: 'a provincial register of 106,924 rows, from file to dossiers',
  about:
    'Parse, check, match, write enterprises, statements and snapshots in resumable blocks, all indexes in place, commits on ' +
    'disk; against COPY of the file into a bare table of its columns, and COPY of the written rows into empty tables of the ' +
    'same columns without and with their indexes. The import runs in a process of its own.',
  run,
};

import { temporaryFolder } from '../temporary-folder.ts';

const ROWS = 106_924;

interface Run {
  ms: number;
  cpuMs: number;
  peakMb: number;
}

async function run({ rounds, small }: SuiteOptions): Promise<Measurement[]> {
  const registry = sharedFolder('data/registry-jiangsu');
  if (!registry) return [];
  const { folder, remove } = temporaryFolder('import');
  const server = await startEmbedded(path.join(folder, 'data'));
  try {
    const file = path.join(folder, 'jiangsu.csv');
    const text = gunzipSync(readFileSync(path.join(registry, 'jiangsu-except-nanjing.csv.gz')));
    writeFileSync(file, small ? text.subarray(0, text.indexOf(10, 1_000_000) + 1) : text);
    const results: { bare: number; plain: number; indexed: number; first: Run; again: Run }[] = [];
    for (let round = 0; round < Math.min(rounds, 3); round++)
      results.push(await oneRound(server.host, file, `r${round}`));
    return report(results);
  } finally {
    await server.stop();
    remove();
  }
}

async function oneRound(host: string, file: string, name: string) {
  const connection = { host, port: 5432, user: 'postgres' };
  const admin = connectTo({ ...connection, database: 'postgres' }, 1);
  await admin.pool.query(`create database ${name}`);
  const database: Database = connectTo({ ...connection, database: name }, 4);
  try {
    await migrate(
      database.pool,
      contexts.map(({ name: context, migrations }) => ({ context, migrations })),
    );
    await seedTestOrganisation(database.db);
    const bare = await copyFile(database, file);
    const first = await inProcess(host, name, file);
    const again = await inProcess(host, name, file);
    return {
      bare,
      first,
      again,
      plain: await copyWritten(database, false),
      indexed: await copyWritten(database, true),
    };
  } finally {
    await database.close();
    await admin.pool.query(`drop database ${name} with (force)`);
    await admin.close();
  }
}

async function inProcess(host: string, database: string, file: string): Promise<Run> {
  const worker = path.join(import.meta.dirname, 'worker.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [worker, host, database, file]);
  return JSON.parse(stdout) as Run;
}

function report(
  results: readonly { bare: number; plain: number; indexed: number; first: Run; again: Run }[],
): Measurement[] {
  const speed = (ms: (result: (typeof results)[number]) => number) =>
    results.map((result) => (ROWS * 1000) / ms(result));
  const first = speed((result) => result.first.ms);
  const against = (theirs: number[], name: string, atLeast: number) => ({
    comparison: { ratio: medianRatio(first, theirs), with: name, atLeast },
  });
  const [bare, plain, indexed] = [speed((r) => r.bare), speed((r) => r.plain), speed((r) => r.indexed)];
  const peak = Math.round(Math.max(...results.flatMap((result) => [result.first.peakMb, result.again.peakMb])));
  const cpu = Math.round(median(results.map((result) => result.first.cpuMs)));
  const line = (what: string, perSecond: number[], more: Partial<Measurement> = {}): Measurement => ({
    ...{ what, perSecond, unit: 'rows' },
    ...more,
  });
  return [
    line('import, new', first, {
      ...against(indexed, 'COPY with indexes', 0.25),
      note: `peak ${peak} MB, ${cpu} ms CPU`,
    }),
    line('import, new', first, against(plain, 'COPY without indexes', 0.25)),
    line('import, new', first, against(bare, 'COPY of the file, bare table', 0.25)),
    line(
      'import, same file again',
      speed((result) => result.again.ms),
    ),
    line('COPY with indexes', indexed),
    line('COPY without indexes', plain),
    line('COPY of the file, bare table', bare),
  ];
}
