import type { Inputs, Outputs } from '@forest/api';
import { may } from '@forest/domain';
import { sql } from 'kysely';
import { appendAudit } from '../../platform/audit/index.ts';
import { authorise } from '../../platform/authorise.ts';
import type { Tx } from '../../platform/database/index.ts';
import { conflict, notFound } from '../../platform/fault.ts';
import { type StoredEnterprise, subjectOf } from '../enterprise/access.ts';
import { searchText } from '../enterprise/identity.ts';
import { searchedWords } from '../enterprise/names.ts';
import { pathsUpwards, readUnits } from '../organisation/units.ts';
import { figuresYearOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { removeCopies } from './copies.ts';
import { type Changes, restored } from './filled.ts';
import { resolveAll } from './resolve-all.ts';

const word = { zh: '这次合并', en: 'merge' };

/** Both dossiers as they were before the merge; what was done on the kept one since stays with it. */
export async function undoMerge(
  { mergeId }: Inputs['registry']['duplicates']['undo'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['duplicates']['undo']> {
  return db.transaction().execute(async (tx) => {
    const merge = await tx.selectFrom('enterprise_merge').selectAll().where('id', '=', mergeId).executeTakeFirst();
    if (!merge) throw notFound(word);
    const { keep, absorb } = await lockBoth(tx, user, merge.keep_id, merge.absorb_id);
    const undone = await tx
      .updateTable('enterprise_merge')
      .set({ undone_by: user.id, undone_at: sql`now()` })
      .where('keep_id', '=', keep.id)
      .where('id', '=', mergeId)
      .where('undone_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!undone) throw conflict({ zh: '这次合并已经撤销。', en: 'This merge is already undone.' });
    if (keep.state === 'merged')
      throw conflict({
        zh: `保留的企业后来又并入了编号 ${keep.merged_into}，请先撤销那一次合并。`,
        en: `The kept one was later merged into ${keep.merged_into}: undo that merge first.`,
      });
    await removeCopies(tx, { mergeId, keep: keep.id, absorb: absorb.id });
    await tx
      .updateTable('enterprise')
      .set({ state: merge.absorbed_state, merged_into: null, updated_at: sql`clock_timestamp()` })
      .where('id', '=', absorb.id)
      .execute();
    await putBack(tx, keep, merge.filled);
    const openBefore = await openConflictsSince(tx, keep.id, await firstOfOverlapping(tx, keep.id, merge.merged_at));
    await resolveAll(tx, [keep.id, absorb.id], figuresYearOf(clock));
    await forgetConflicts(tx, keep.id, openBefore);
    await tx
      .updateTable('duplicate_pair')
      .set({ state: 'open', settled_by: null, settled_at: null })
      .where('left_id', '=', Math.min(keep.id, absorb.id))
      .where('right_id', '=', Math.max(keep.id, absorb.id))
      .where('state', '=', 'merged')
      .execute();
    const entry = { action: 'enterprise.unmerge', district: keep.district, detail: { merge: mergeId } };
    await appendAudit(
      tx,
      { user, clock },
      { ...entry, subject: { kind: 'enterprise', id: keep.id } },
      { ...entry, subject: { kind: 'enterprise', id: absorb.id } },
    );
    return { restored: absorb.id };
  });
}

async function lockBoth(tx: Tx, user: UseCase['user'], keepId: number, absorbId: number) {
  const rows = await tx
    .selectFrom('enterprise')
    .selectAll()
    .where('id', 'in', [keepId, absorbId])
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const row of rows) {
    if (!may(user, 'enterprise.read', subjectOf(row))) throw notFound(word);
    authorise(user, 'enterprise.merge', subjectOf(row));
  }
  const find = (id: number) => rows.find((row) => row.id === id)!;
  return { keep: find(keepId), absorb: find(absorbId) };
}

async function putBack(tx: Tx, keep: StoredEnterprise, changes: Changes): Promise<void> {
  const back = { ...keep, ...restored(changes, keep) };
  const { subdistrict_id, park_id, carrier_id, district, name, credit_code } = back;
  await tx
    .updateTable('enterprise')
    .set({
      ...restored(changes, keep),
      unit_paths: pathsUpwards(await readUnits(tx), [district, subdistrict_id, park_id, carrier_id]),
      search_text: searchText([name, ...(await searchedWords(tx, keep.id))], credit_code),
    })
    .where('id', '=', keep.id)
    .execute();
}

/** A conflict may have been opened by an earlier merge and kept open by this one. */
async function firstOfOverlapping(tx: Tx, id: number, merged: Date): Promise<Date> {
  const { first } = await tx
    .selectFrom('enterprise_merge')
    .select((merge) => merge.fn.min('merged_at').as('first'))
    .where('keep_id', '=', id)
    .where((where) => where.or([where('undone_at', 'is', null), where('undone_at', '>=', merged)]))
    .executeTakeFirstOrThrow();
  return first ?? merged;
}

async function openConflictsSince(tx: Tx, id: number, since: Date): Promise<number[]> {
  const rows = await tx
    .selectFrom('conflict')
    .select('id')
    .where('enterprise_id', '=', id)
    .where('state', '=', 'open')
    .where('opened_at', '>=', since)
    .execute();
  return rows.map((row) => row.id);
}

/** Conflicts that only the merge made are no part of the history of the kept enterprise. */
async function forgetConflicts(tx: Tx, id: number, ids: readonly number[]): Promise<void> {
  await sql`delete from conflict where enterprise_id = ${id} and id = any(${ids}::bigint[]) and state = 'settled'`.execute(
    tx,
  );
}
