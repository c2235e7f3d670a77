import type { Inputs, Outputs } from '@forest/api';
import { nameKey } from '@forest/intake';
import { sql } from 'kysely';
import { appendAudit } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Fault } from '../../platform/fault.ts';
import { getAllForChange, type StoredEnterprise } from '../enterprise/access.ts';
import { searchText } from '../enterprise/identity.ts';
import { formerNamesOf, searchedWords } from '../enterprise/names.ts';
import { pathsUpwards, readUnits } from '../organisation/units.ts';
import { figuresYearOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { copyRecords } from './copies.ts';
import { changedByMerge, filledFrom } from './filled.ts';
import { resolveAll } from './resolve-all.ts';

/**
 * Makes one of two dossiers: the absorbed one's statements, certificates, rights, rounds, contacts and names also stand
 * in the kept one; what the kept one did not know of itself is filled in. The absorbed one stays and points there.
 */
export async function mergeEnterprises(
  { keep: keepId, absorb: absorbId, reason }: Inputs['registry']['duplicates']['merge'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['duplicates']['merge']> {
  return db.transaction().execute(async (tx) => {
    if (keepId === absorbId)
      throw new Fault(
        'invalid',
        { zh: '不能把一家企业并入它自己。', en: 'An enterprise cannot be merged into itself.' },
        { zh: '请选择两家不同的企业。', en: 'Choose two different ones.' },
      );
    const both = await getAllForChange(tx, user, 'enterprise.merge', [keepId, absorbId]);
    const keep = both.find((one) => one.id === keepId)!;
    const absorb = both.find((one) => one.id === absorbId)!;
    refuseUnlike(keep, absorb);
    const { id: mergeId } = await tx
      .insertInto('enterprise_merge')
      .values({
        keep_id: keepId,
        absorb_id: absorbId,
        district: keep.district,
        reason,
        filled: '{}',
        absorbed_state: absorb.state,
        merged_by: user.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await copyRecords(tx, { mergeId, keep: keepId, absorb: absorbId });
    await copyNames(tx, mergeId, keep, absorb);
    await tx
      .updateTable('enterprise')
      .set({ state: 'merged', merged_into: keepId, updated_at: sql`clock_timestamp()` })
      .where('id', '=', absorbId)
      .execute();
    await fill(tx, keep, absorb);
    await resolveAll(tx, [keepId], figuresYearOf(clock));
    const after = await tx.selectFrom('enterprise').selectAll().where('id', '=', keepId).executeTakeFirstOrThrow();
    await tx
      .updateTable('enterprise_merge')
      .set({ filled: JSON.stringify(changedByMerge(keep, after)) })
      .where('id', '=', mergeId)
      .execute();
    await tx
      .updateTable('duplicate_pair')
      .set({ state: 'merged', settled_by: user.id, settled_at: clock.now() })
      .where('left_id', '=', Math.min(keepId, absorbId))
      .where('right_id', '=', Math.max(keepId, absorbId))
      .where('state', '=', 'open')
      .execute();
    const entry = {
      action: 'enterprise.merge',
      district: keep.district,
      detail: { merge: mergeId, keep: keepId, absorb: absorbId, reason },
    };
    await appendAudit(
      tx,
      { user, clock },
      { ...entry, subject: { kind: 'enterprise', id: keepId } },
      { ...entry, subject: { kind: 'enterprise', id: absorbId } },
    );
    return { mergeId };
  });
}

function refuseUnlike(keep: StoredEnterprise, absorb: StoredEnterprise): void {
  if (keep.district !== absorb.district)
    throw new Fault(
      'invalid',
      { zh: '两家企业不在同一个区。', en: 'The two lie in different districts.' },
      { zh: '请由各区分别处理。', en: 'Each district keeps its own.' },
    );
  if (keep.demo !== absorb.demo)
    throw new Fault(
      'invalid',
      { zh: '演示数据不能与真实企业合并。', en: 'Synthetic and real enterprises are never merged.' },
      { zh: '请检查所选企业。', en: 'Check the two.' },
    );
}

async function copyNames(tx: Tx, mergeId: number, keep: StoredEnterprise, absorb: StoredEnterprise): Promise<void> {
  const known = new Set([keep.name, ...(await formerNamesOf(tx, keep.id))].map(nameKey));
  const others = [absorb.name, ...(await formerNamesOf(tx, absorb.id))].filter((name) => !known.has(nameKey(name)));
  for (const name of new Set(others))
    await tx
      .insertInto('enterprise_name')
      .values({ enterprise_id: keep.id, district: keep.district, name, merge_id: mergeId })
      .execute();
}

async function fill(tx: Tx, keep: StoredEnterprise, absorb: StoredEnterprise): Promise<void> {
  const filled = { ...keep, ...filledFrom(keep, absorb) };
  const { subdistrict_id, park_id, carrier_id, district, name, credit_code } = filled;
  await tx
    .updateTable('enterprise')
    .set({
      ...filledFrom(keep, absorb),
      unit_paths: pathsUpwards(await readUnits(tx), [district, subdistrict_id, park_id, carrier_id]),
      search_text: searchText([name, ...(await searchedWords(tx, keep.id))], credit_code),
      updated_at: sql`clock_timestamp()`,
    })
    .where('id', '=', keep.id)
    .execute();
}
