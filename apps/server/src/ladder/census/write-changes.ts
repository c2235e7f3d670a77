import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Changes, JudgedRow } from './diff.ts';

export interface WriteTarget {
  district: string;
  asOf: string;
  census: number;
}

/**
 * Writes the changes of a block, set by set, inside the client's transaction.
 * @returns number of verdicts that say something new; moved distances do not count.
 */
export async function writeChanges(client: ClientBase, target: WriteTarget, changes: Changes): Promise<number> {
  await closeRows(client, target, changes.close);
  await dropRows(client, changes.drop);
  await amendRows(client, target, changes.amend);
  await openRows(client, target, changes.open);
  return changes.open.length + changes.drop.length + changes.amended;
}

const COPY = `copy verdict (enterprise_id, rule, since, district, version, verdict, met_mask, not_mask,
  score_min, score_max, short, unsure, effort, census_id) from stdin`;

/** As one text: a first census writes millions of rows, and a stream of rows would cost more than the rows. */
async function openRows(client: ClientBase, target: WriteTarget, rows: readonly JudgedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { asOf, census } = target;
  const district = escaped(target.district);
  let text = '';
  for (const row of rows) {
    text += `${row.enterpriseId}\t${row.rule}\t${asOf}\t${district}\t${escaped(row.version)}\t${row.verdict}\t${row.met}\t${row.not}\t${copied(row.scoreMin)}\t${copied(row.scoreMax)}\t${row.short}\t${row.unsure}\t${copied(row.effort)}\t${census}\n`;
  }
  const stream = client.query(copyFrom(COPY));
  stream.end(text);
  await finished(stream);
}

/** Backslash, tab and line ends mean something to COPY; rule ids cannot hold them. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

function copied(value: number): string {
  return Number.isNaN(value) ? '\\N' : String(value);
}

function absent(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

type Key = Changes['close'][number];

async function closeRows(client: ClientBase, { asOf }: WriteTarget, keys: readonly Key[]): Promise<void> {
  if (keys.length === 0) return;
  await client.query(
    `update verdict v set until = $3::date from unnest($1::bigint[], $2::text[]) as k (enterprise_id, rule)
     where v.enterprise_id = k.enterprise_id and v.rule = k.rule and v.until is null`,
    [keys.map((key) => key.enterpriseId), keys.map((key) => key.rule), asOf],
  );
}

async function dropRows(client: ClientBase, keys: readonly Key[]): Promise<void> {
  if (keys.length === 0) return;
  await client.query(
    `delete from verdict v using unnest($1::bigint[], $2::text[]) as k (enterprise_id, rule)
     where v.enterprise_id = k.enterprise_id and v.rule = k.rule and v.until is null`,
    [keys.map((key) => key.enterpriseId), keys.map((key) => key.rule)],
  );
}

async function amendRows(client: ClientBase, target: WriteTarget, rows: readonly JudgedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = [rows.map((row) => row.enterpriseId), rows.map((row) => row.rule)];
  await client.query(
    `update verdict v set version = k.version, verdict = k.verdict, met_mask = k.met, not_mask = k.not_met,
       score_min = k.score_min, score_max = k.score_max, short = k.short, unsure = k.unsure, effort = k.effort,
       census_id = case when v.since = $13::date then $12::bigint else v.census_id end
     from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::smallint[],
       $8::smallint[], $9::smallint[], $10::smallint[], $11::real[])
       as k (enterprise_id, rule, version, verdict, met, not_met, score_min, score_max, short, unsure, effort)
     where v.enterprise_id = k.enterprise_id and v.rule = k.rule and v.until is null`,
    [
      ...keys,
      ...[rows.map((row) => row.version), rows.map((row) => row.verdict)],
      ...[rows.map((row) => row.met), rows.map((row) => row.not)],
      ...[rows.map((row) => absent(row.scoreMin)), rows.map((row) => absent(row.scoreMax))],
      ...[rows.map((row) => row.short), rows.map((row) => row.unsure), rows.map((row) => absent(row.effort))],
      ...[target.census, target.asOf],
    ],
  );
  await mergeWithBefore(client, target, keys);
}

/**
 * A row that began on this date and says what the one before it said was no change at all: it takes over that one's
 * beginning, and keeps its own distances.
 */
async function mergeWithBefore(client: ClientBase, { asOf }: WriteTarget, keys: unknown[][]): Promise<void> {
  const { rows } = await client.query<{ enterprise_id: number; rule: string; since: string; census_id: number }>(
    `delete from verdict p using unnest($1::bigint[], $2::text[]) as k (enterprise_id, rule), verdict v
     where v.enterprise_id = k.enterprise_id and v.rule = k.rule and v.until is null and v.since = $3::date
       and p.enterprise_id = v.enterprise_id and p.rule = v.rule and p.until = v.since and p.version = v.version
       and p.verdict = v.verdict and p.met_mask = v.met_mask and p.not_mask = v.not_mask
     returning p.enterprise_id, p.rule, p.since, p.census_id`,
    [...keys, asOf],
  );
  if (rows.length === 0) return;
  await client.query(
    `update verdict v set since = k.since, census_id = k.census_id
     from unnest($1::bigint[], $2::text[], $3::date[], $4::bigint[]) as k (enterprise_id, rule, since, census_id)
     where v.enterprise_id = k.enterprise_id and v.rule = k.rule and v.until is null`,
    [
      rows.map((row) => row.enterprise_id),
      ...[rows.map((row) => row.rule), rows.map((row) => row.since), rows.map((row) => row.census_id)],
    ],
  );
}
