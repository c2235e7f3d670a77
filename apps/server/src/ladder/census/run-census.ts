import { dayOf } from '@forest/domain';
import type { Content } from '../../platform/content/index.ts';
import { bulkTransaction, type Database } from '../../platform/database/index.ts';
import type { EnterpriseFacts } from '../../registry/index.ts';
import { BlockJudge } from '../judging/judge-block.ts';
import { writeBlock } from './block-writer.ts';
import { closeCensus, type OpenCensus, openCensus, type Stage } from './open-census.ts';
import { prefetch } from './prefetch.ts';
import { claim, countChanges, type Place } from './progress.ts';
import { derivationsOf, readBlocks } from './read-blocks.ts';

/** Enterprises read, judged and written at a time; the judging loops like 2,048 rows for the processor's cache. */
export const BLOCK_SIZE = 2048;

export interface CensusRun {
  database: Database;
  content: Content;
  signal?: AbortSignal;
  /** @param progress 0 to 1 */
  report?: (progress: number) => Promise<void>;
}

/**
 * Judges a district's enterprises and writes what changed, a block at a time. Stops between blocks when aborted, and
 * goes on where it was when called again for the same census, in another process too.
 * @throws CensusStopped when it was cancelled; the abort reason when `signal` is aborted.
 */
export async function runCensus(id: number, run: CensusRun): Promise<void> {
  const began = performance.now();
  const census = await openCensus(id, run);
  for (const [number, stage] of census.stages.entries()) {
    if (number >= census.place.stage) await runStage(number, stage, census, run);
  }
  await closeCensus(census, run.database, performance.now() - began);
}

async function runStage(number: number, stage: Stage, census: OpenCensus, run: CensusRun): Promise<void> {
  const { database, signal, report } = run;
  const after = census.place.stage === number ? census.place.highWater : 0;
  // Two sets of columns: one is filled and judged while the verdicts in the other are being written.
  const judges = [new BlockJudge(stage.programs, BLOCK_SIZE), new BlockJudge(stage.programs, BLOCK_SIZE)];
  const derivations = derivationsOf(run.content.library.dictionary);
  const { district, asOf } = census;
  const { enterprises } = stage;
  const blocks = readBlocks(database, { district, asOf, derivations, after, enterprises, size: BLOCK_SIZE });
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const block of prefetch(blocks)) {
      signal?.throwIfAborted();
      const judge = judges.reverse()[0]!;
      const judgingMs = judgeBlock(judge, block, asOf);
      await writing;
      const from = census.place;
      census.place = { stage: number, highWater: block.at(-1)!.enterpriseId };
      census.enterprises += block.length;
      writing = write(database, census, { from, to: census.place, block, judge, judgingMs, rules: stage.rules });
      // Whoever awaits it next sees its failure; until then it must not count as unhandled.
      writing.catch(() => {});
      await report?.(Math.min(0.99, census.enterprises / Math.max(1, census.planned)));
    }
  } finally {
    // Never leave with a transaction open.
    await writing.catch(() => {});
  }
  await writing;
}

interface Judged {
  from: Place;
  to: Place;
  block: readonly EnterpriseFacts[];
  judge: BlockJudge;
  judgingMs: number;
  rules: readonly string[] | null;
}

async function write(database: Database, census: OpenCensus, judged: Judged): Promise<void> {
  const { from, to, block, judge, judgingMs, rules } = judged;
  const target = { district: census.district, asOf: census.asOf, census: census.id };
  const ids = block.map((one) => one.enterpriseId);
  const marks = block.map((one) => one.factsAt);
  await bulkTransaction(database, async (_, client) => {
    // A block lost with the power is judged again: its mark is in the same transaction, and the closing one waits for all.
    await client.query('set local synchronous_commit = off');
    await claim(client, { census: census.id, from, to, enterprises: block.length, judgingMs });
    const changed = await writeBlock(client, target, { ids, marks, judge, rules });
    await countChanges(client, census.id, changed);
  });
}

/** @returns milliseconds spent judging alone. */
function judgeBlock(judge: BlockJudge, block: readonly EnterpriseFacts[], asOf: string): number {
  const lastFullYear = Number(asOf.slice(0, 4)) - 1;
  judge.columns.clear();
  for (const [row, { enterprise, years }] of block.entries()) {
    judge.columns.setFacts(row, null, enterprise);
    for (const [year, facts] of Object.entries(years)) judge.columns.setFacts(row, Number(year) - lastFullYear, facts);
  }
  return judge.judge(dayOf(asOf), block.length);
}
