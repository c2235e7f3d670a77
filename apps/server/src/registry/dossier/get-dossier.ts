import type { Outputs } from '@forest/api';
import { getVisible } from '../enterprise/access.ts';
import { readRows } from '../list/row.ts';
import { figuresYearOf, todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { allowedActions } from './actions.ts';
import { dossierFacts, readStatements } from './facts.ts';
import { readContacts, readFinancing, readIp, readQualifications } from './records.ts';

export type Dossier = Outputs['registry']['enterprises']['get'];

/** 一企一档: everything known of one enterprise, each fact with its source. */
export async function getDossier({ id }: { id: number }, { db, clock, user, vocabulary }: UseCase): Promise<Dossier> {
  const stored = await getVisible(db, user, id);
  const today = todayOf(clock);
  const world = { today, figuresYear: figuresYearOf(clock), industries: vocabulary.industries };
  const conflicts = await db
    .selectFrom('conflict')
    .select(['year', 'fact'])
    .where('enterprise_id', '=', id)
    .where('state', '=', 'open')
    .execute();
  const names = await db
    .selectFrom('enterprise_name')
    .select(['name', 'from_date as from', 'to_date as to'])
    .where('enterprise_id', '=', id)
    .orderBy('from_date', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute();
  const [row] = await readRows(db, [id], world);
  return {
    enterprise: {
      ...row!,
      address: stored.address,
      businessScope: stored.business_scope,
      subdistrictId: stored.subdistrict_id,
      parkId: stored.park_id,
      carrierId: stored.carrier_id,
      mergedInto: stored.merged_into,
    },
    names,
    facts: dossierFacts(
      await readStatements(db, id),
      new Set(conflicts.map(({ year, fact }) => `${year}/${fact}`)),
      vocabulary,
    ),
    qualifications: await readQualifications(db, id, today),
    ip: await readIp(db, id),
    financing: await readFinancing(db, id),
    contacts: await readContacts(db, id),
    actions: allowedActions(user, stored),
  };
}
