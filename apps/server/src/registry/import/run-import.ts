import { enterpriseKey, type Gazetteer, isIdentity, type LedgerRow, missingReader, type Targets } from '@forest/intake';
import type { ClientBase } from 'pg';
import { bulkTransaction, type Database, type Tx } from '../../platform/database/index.ts';
import { readUnits } from '../organisation/units.ts';
import type { ImportColumn, ImportCounts } from '../schema/intake-rows.ts';
import { placeFinder } from './chunk/places.ts';
import type { ImportSetting } from './chunk/setting.ts';
import { type ChunkCounts, writeChunk } from './chunk/write-chunk.ts';
import type { Ledger } from './readers/ledger.ts';
import { openLedger } from './readers/open-ledger.ts';
import { type RowBlock, type RowBlockOptions, rowBlocks } from './row-blocks.ts';

export interface RunImportOptions {
  database: Pick<Database, 'pool' | 'db'>;
  importId: number;
  /** Path of the stored file. */
  fileOf(key: string): string;
  targets: Targets;
  gazetteer: Gazetteer;
  /** ISO date. */
  today: string;
  signal: AbortSignal;
  report?: (progress: number) => Promise<void>;
  /** Runs in the transaction that finishes the import. */
  onDone?: (tx: Tx, counts: ImportCounts) => Promise<void>;
  /** Rows of one transaction. */
  blockRows?: number;
}

/** Somebody cancelled, or another worker has taken the import over. What was written stays and can be imported again. */
export class ImportStopped extends Error {}

/** Small enough that two blocks at a time are a few megabytes, large enough that a commit is no cost. */
const BLOCK_ROWS = 1_500;

/**
 * Imports a configured file: blocks of rows, each matched and written in one transaction together with the mark up to
 * where it went. A process that dies loses at most the block it was in; the next run goes on after the mark, and no row is
 * written twice because the mark is locked and compared in every transaction.
 */
export async function runImport(options: RunImportOptions): Promise<ImportCounts> {
  const { database, importId, signal } = options;
  const job = await begin(options);
  const ledger = await openLedger(options.fileOf(job.file_key));
  const { setting, reading } = await prepare(options, job, ledger);
  let { mark, counts } = job;
  const blocks = rowBlocks(ledger, { ...reading, after: mark, size: options.blockRows ?? BLOCK_ROWS })[
    Symbol.asyncIterator
  ]();
  // The next block is read and checked while the database writes this one.
  try {
    let next = blocks.next();
    for (let block = await next; !block.done; block = await next) {
      signal.throwIfAborted();
      next = blocks.next();
      next.catch(() => {});
      const current = block.value;
      const after = mark;
      const added = await bulkTransaction(database, async (tx, client) => {
        // A block that a power failure takes back takes its mark with it, and is written again; `finish` waits for the disk.
        await client.query('set local synchronous_commit = off');
        await holdMark(tx, importId, after);
        const written = await writeChunk(tx, client, current.rows, setting);
        await moveMark(client, importId, current, sum(counts, written));
        return written;
      });
      counts = sum(counts, added);
      mark = lastRow(current);
      await options.report?.(current.position);
    }
  } finally {
    await blocks.return?.(undefined);
  }
  await finish(options, counts);
  return counts;
}

interface Job {
  file_key: string;
  district: string;
  source: string;
  started_by: string | null;
  started_at: Date;
  headerRow: number;
  sheet: string | null;
  columns: ImportColumn[];
  missing: string[];
  mark: number;
  counts: ImportCounts;
}

async function begin({ database, importId }: RunImportOptions): Promise<Job> {
  return database.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('import')
      .selectAll()
      .where('id', '=', importId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.state !== 'queued' && row.state !== 'running') throw new ImportStopped(row.state);
    const { mark = 0, missing = [] } = row.resume as { mark?: number; missing?: string[] };
    // What the preview found is found again, now for every row.
    if (mark === 0) await tx.deleteFrom('import_row_problem').where('import_id', '=', importId).execute();
    await tx.updateTable('import').set({ state: 'running', message: null }).where('id', '=', importId).execute();
    const { file_key, district, source, started_by, started_at, counts } = row;
    const columns = row.mapping;
    return {
      ...{ file_key, district, source, started_by, started_at, columns, missing, mark, counts },
      headerRow: row.format?.headerRow ?? 1,
      sheet: row.format?.sheet ?? null,
    };
  });
}

async function prepare(options: RunImportOptions, job: Job, ledger: Ledger) {
  const units = await readUnits(options.database.db);
  const { district, source, sheet, headerRow } = job;
  const columns = job.columns.map((column) => ({ ...column, unitAssumed: false }));
  const isMissing = missingReader(job.missing);
  const reading: Omit<RowBlockOptions, 'after' | 'size'> = {
    ...{ columns, targets: options.targets, isMissing, today: options.today, sheet, headerRow },
  };
  const setting: ImportSetting = {
    importId: options.importId,
    district,
    source,
    statedAt: job.started_at,
    startedBy: job.started_by,
    figuresYear: Number(options.today.slice(0, 4)) - 1,
    units,
    places: placeFinder(units, district, options.gazetteer),
    gazetteer: options.gazetteer,
    identityRows: await identityRows(ledger, reading),
  };
  return { setting, reading };
}

/**
 * In a ledger with a line for every enterprise and year, addresses differ from year to year; the latest year says where the
 * enterprise is. Without that rule every import of the same file would move it through all its addresses again.
 */
async function identityRows(
  ledger: Ledger,
  reading: Omit<RowBlockOptions, 'after' | 'size'>,
): Promise<ReadonlyMap<string, number> | null> {
  if (!reading.columns.some((column) => column.target === 'reportYear')) return null;
  const columns = reading.columns.filter((column) => column.target !== null && isIdentity(column.target));
  const latest = new Map<string, { year: number; rowNo: number }>();
  const consider = (row: LedgerRow) => {
    const key = enterpriseKey(row);
    const year = row.reportYear ?? 0;
    if (year > (latest.get(key)?.year ?? -1)) latest.set(key, { year, rowNo: row.rowNo });
  };
  for await (const { rows } of rowBlocks(ledger, { ...reading, columns, after: 0, size: BLOCK_ROWS }))
    rows.forEach(consider);
  return new Map([...latest].map(([key, { rowNo }]) => [key, rowNo]));
}

/** Locks the import and makes sure that nobody has cancelled it or gone further meanwhile. */
async function holdMark(tx: Tx, importId: number, mark: number): Promise<void> {
  const row = await tx
    .selectFrom('import')
    .select(['state', 'resume'])
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const there = Number((row.resume as { mark?: number }).mark ?? 0);
  if (row.state !== 'running') throw new ImportStopped(row.state);
  if (there !== mark) throw new ImportStopped(`another worker is at row ${there}`);
}

async function moveMark(client: ClientBase, importId: number, block: RowBlock, counts: ImportCounts): Promise<void> {
  await client.query(
    `update import set resume = jsonb_set(resume, '{mark}', $2::jsonb), counts = $3, progress = $4 where id = $1`,
    [importId, String(lastRow(block)), JSON.stringify(counts), Math.min(block.position, 1)],
  );
}

async function finish(options: RunImportOptions, counts: ImportCounts): Promise<void> {
  await options.database.db.transaction().execute(async (tx) => {
    const done = await tx
      .updateTable('import')
      .set({ state: 'done', progress: 1, finished_at: new Date() })
      .where('id', '=', options.importId)
      .where('state', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    if (!done) throw new ImportStopped('cancelled');
    await options.onDone?.(tx, counts);
  });
}

function lastRow(block: RowBlock): number {
  return block.rows.at(-1)!.rowNo;
}

function sum(counts: ImportCounts, more: ChunkCounts): ImportCounts {
  return {
    rows: counts.rows + more.rows,
    created: counts.created + more.created,
    updated: counts.updated + more.updated,
    unchanged: counts.unchanged + more.unchanged,
    rejected: counts.rejected + more.rejected,
    warnings: counts.warnings + more.warnings,
    reviews: counts.reviews + more.reviews,
  };
}
