import type { ClientBase } from 'pg';
import { fingerprintOf } from '../judging/fingerprint.ts';
import type { BlockJudge } from '../judging/judge-block.ts';
import { compare, noChanges, type StoredRow } from './diff.ts';
import { judgedMarks, type Marks, storedVerdicts } from './stored.ts';
import { type WriteTarget, writeChanges } from './write-changes.ts';

export interface JudgedBlock {
  ids: readonly number[];
  /** State of each enterprise's facts when they were read; see `JudgedTable.facts_at`. */
  marks: readonly string[];
  judge: BlockJudge;
  /** Rules that were judged; null = all, and what is stored under other rules is out of date. */
  rules: readonly string[] | null;
}

/**
 * Brings what is stored of a block of enterprises to what was judged, inside the client's transaction.
 * @returns number of verdicts that changed.
 */
export async function writeBlock(client: ClientBase, target: WriteTarget, block: JudgedBlock): Promise<number> {
  const { ids, judge, rules } = block;
  const known = await judgedMarks(client, ids);
  const rows = rowsToCompare(block, known);
  const old = rows.filter((row) => known.has(ids[row]!)).map((row) => ids[row]!);
  const stored = await storedVerdicts(client, old, rules);
  const changes = noChanges();
  const fingerprints = new Map<number, bigint>();
  for (const row of rows) {
    const id = ids[row]!;
    const mine = stored.get(id);
    const judged = judge.verdicts(row, id);
    for (const one of judged) compare(mine?.get(one.rule), one, target.asOf, changes);
    for (const gone of without(mine, judged)) compare(gone, undefined, target.asOf, changes);
    // Judged by some rules only: these are exchanged in the fingerprint of all.
    const rest = rules === null ? 0n : known.get(id)!.fingerprint ^ fingerprintOf(mine?.values() ?? []);
    fingerprints.set(row, rest ^ judge.fingerprint(row));
  }
  const changed = await writeChanges(client, target, changes);
  await writeMarks(client, target, block, known, fingerprints);
  return changed;
}

/**
 * Judged by all rules: whoever's fingerprint differs. By some: everyone whose facts are those of the last judgement;
 * the others are new since the census began, and the next one judges them by all rules.
 */
function rowsToCompare({ ids, marks, judge, rules }: JudgedBlock, known: Marks): number[] {
  return [...ids.keys()].filter((row) => {
    const before = known.get(ids[row]!);
    return rules === null ? before?.fingerprint !== judge.fingerprint(row) : before?.factsAt === marks[row];
  });
}

function without(stored: ReadonlyMap<string, StoredRow> | undefined, judged: readonly { rule: string }[]): StoredRow[] {
  if (!stored) return [];
  const now = new Set(judged.map((row) => row.rule));
  return [...stored.values()].filter((row) => !now.has(row.rule));
}

/** Remembers facts and fingerprint of every enterprise that was judged by all rules, where either is new. */
async function writeMarks(
  client: ClientBase,
  { district, census }: WriteTarget,
  { ids, marks, rules }: JudgedBlock,
  known: Marks,
  fingerprints: ReadonlyMap<number, bigint>,
): Promise<void> {
  const rows = [...ids.keys()].filter((row) => {
    const before = known.get(ids[row]!);
    const fingerprint = fingerprints.get(row);
    const rejudged = fingerprint !== undefined && fingerprint !== before?.fingerprint;
    return rejudged || (rules === null && before?.factsAt !== marks[row]);
  });
  if (rows.length === 0) return;
  await client.query(
    `insert into judged (enterprise_id, district, facts_at, fingerprint, census_id)
     select k.id, $1, k.facts_at, k.fingerprint, $2
     from unnest($3::bigint[], $4::timestamptz[], $5::bigint[]) as k (id, facts_at, fingerprint)
     on conflict (enterprise_id) do update
     set district = excluded.district, facts_at = excluded.facts_at, fingerprint = excluded.fingerprint,
       census_id = excluded.census_id`,
    [
      ...[district, census, rows.map((row) => ids[row]!), rows.map((row) => marks[row]!)],
      rows.map((row) => String(fingerprints.get(row) ?? known.get(ids[row]!)?.fingerprint ?? 0n)),
    ],
  );
}
