import {
  addressKey,
  enterpriseKey,
  isRejected,
  type LedgerRow,
  nameKey,
  problemOf,
  type RowProblem,
} from '@forest/intake';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import type { Tx } from '../../../platform/database/index.ts';
import { identityChanges } from './identity-changes.ts';
import { findKnown, type Known, type KnownEnterprises } from './known.ts';
import { matchRow } from './match.ts';
import { type Newcomer, writeNewcomers } from './newcomers.ts';
import { type Resident, writeResidents } from './residents.ts';
import { nameChangeReview, placeReviews, type Review, twinReview } from './review.ts';
import type { ImportSetting } from './setting.ts';
import { writeFormerNames, writeProblems, writeReviews } from './side-rows.ts';

export interface ChunkCounts {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  reviews: number;
}

interface Plan {
  newcomers: Newcomer[];
  residents: Resident[];
  reviews: Review[];
}

/** Matches and writes one block of rows, all of it in the caller's transaction or nothing. */
export async function writeChunk(
  tx: Tx,
  client: ClientBase,
  rows: readonly LedgerRow[],
  setting: ImportSetting,
): Promise<ChunkCounts> {
  // Repeated rows have been marked as rows of their own; they neither match nor write.
  const taken = rows.filter((row) => !row.problems.some((problem) => problem.scope === 'row'));
  const register = await findKnown(tx, setting.district, taken);
  const plan = await planRows(tx, taken, register, setting);
  await writeNewcomers(client, plan.newcomers, setting);
  await writeFormerNames(client, plan.newcomers, setting.district);
  const changed = await writeResidents(tx, client, plan.residents, setting);
  const reviews = await writeReviews(tx, plan.reviews, setting.district);
  const problems = rows.flatMap((row) => row.problems.map((p): RowProblem => ({ ...p, rowNo: row.rowNo })));
  await writeProblems(client, setting.importId, setting.district, problems);
  const updated = changed.filter(Boolean).length;
  const rejected = rows.filter(isRejected).length;
  return {
    rows: rows.length,
    created: plan.newcomers.length,
    updated,
    unchanged: rows.length - plan.newcomers.length - updated - rejected,
    rejected,
    warnings: rows.filter((row) => row.problems.length > 0 && !isRejected(row)).length,
    reviews,
  };
}

async function planRows(
  tx: Tx,
  rows: readonly LedgerRow[],
  register: KnownEnterprises,
  setting: ImportSetting,
): Promise<Plan> {
  const plan: Plan = { newcomers: [], residents: [], reviews: [] };
  const strangers = rows.filter((row) => matchRow(row, register).kind === 'new').length;
  const ids = await reserveIds(tx, strangers);
  for (const row of rows) {
    if (isRejected(row)) continue;
    const match = matchRow(row, register);
    if (match.kind === 'refused') {
      const place = { column: null, value: row.name ?? row.creditCode };
      row.problems.push(problemOf({ code: match.code, detail: '' }, place, 'error', 'row'));
    } else if (match.kind === 'new') {
      const newcomer = { id: ids.pop()!, row, units: setting.places.find(row, row.problems) };
      plan.newcomers.push(newcomer);
      register.add(knownOf(newcomer));
      plan.reviews.push(...reviewsOfNewcomer(newcomer, match.twin, setting));
    } else plan.residents.push(resident(match.known, row, plan.reviews, setting));
  }
  return plan;
}

function resident(known: Known, row: LedgerRow, reviews: Review[], setting: ImportSetting): Resident {
  const speaks = setting.identityRows === null || setting.identityRows.get(enterpriseKey(row)) === row.rowNo;
  if (!speaks) return { known, row, changes: {} };
  const changes = identityChanges(known, row, setting.places.find(row, row.problems), row.problems);
  if (changes.name !== undefined) reviews.push(nameChangeReview(known.id, known.name, changes.name));
  if (changes.address !== undefined || changes.creditCode !== undefined) {
    const creditCode = changes.creditCode ?? known.creditCode;
    const codeStatus = changes.creditCode === undefined ? known.codeStatus : row.codeStatus;
    const place = { address: changes.address ?? known.address, creditCode, codeStatus };
    reviews.push(...placeReviews(known.id, place, setting.district, setting.gazetteer));
  }
  return { known, row, changes };
}

function reviewsOfNewcomer({ id, row }: Newcomer, twin: Known | null, setting: ImportSetting): Review[] {
  const reviews = placeReviews(id, row, setting.district, setting.gazetteer);
  return twin === null ? reviews : [...reviews, twinReview(id, twin.id, twin.name)];
}

/** So that later rows of the same block find it. */
function knownOf({ id, row, units }: Newcomer): Known {
  return {
    id,
    name: row.name ?? '',
    nameKey: nameKey(row.name ?? ''),
    creditCode: row.creditCode,
    codeStatus: row.codeStatus,
    address: row.address,
    addressKey: row.address === null ? null : addressKey(row.address),
    businessScope: row.businessScope,
    ...units,
    confirmed: {},
    formerNames: row.formerName === null ? [] : [nameKey(row.formerName)],
  };
}

async function reserveIds(tx: Tx, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('enterprise', 'id')) as id from generate_series(1, ${count})`.execute(tx);
  return rows.map((row) => row.id).reverse();
}
