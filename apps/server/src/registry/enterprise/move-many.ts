import type { Inputs, Outputs } from '@forest/api';
import { sql } from 'kysely';
import { appendAudit } from '../../platform/audit/index.ts';
import { authorise } from '../../platform/authorise.ts';
import { Fault, notFound } from '../../platform/fault.ts';
import { readUnits } from '../organisation/units.ts';
import type { UseCase } from '../use-case.ts';
import { getAllForChange } from './access.ts';
import { placedSubject } from './placement.ts';

const columnOf = { subdistrict: 'subdistrictId', park: 'parkId', carrier: 'carrierId' } as const;

/** All or none: puts enterprises into a park, subdistrict or carrier of their district. */
export async function moveMany(
  { ids, unitId, reason }: Inputs['registry']['enterprises']['moveMany'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['enterprises']['moveMany']> {
  return db.transaction().execute(async (tx) => {
    const units = await readUnits(tx);
    const unit = units.get(unitId);
    if (!unit) throw notFound({ zh: '目标单位', en: 'unit' });
    if (unit.kind !== 'subdistrict' && unit.kind !== 'park' && unit.kind !== 'carrier')
      throw new Fault(
        'invalid',
        { zh: `“${unit.name.zh}”不是街道、园区或载体。`, en: `${unit.name.en} is no subdistrict, park or carrier.` },
        { zh: '请选择街道、园区或载体。', en: 'Choose one of these.' },
      );
    const field = columnOf[unit.kind];
    const enterprises = await getAllForChange(tx, user, 'enterprise.edit', ids);
    let moved = 0;
    for (const one of enterprises) {
      if (unit.district !== one.district)
        throw new Fault(
          'invalid',
          {
            zh: `“${one.name}”不在“${unit.name.zh}”所在的区。`,
            en: `${one.name} lies in another district than ${unit.name.en}.`,
          },
          { zh: '请先办理迁出。', en: 'Record that it moved away first.' },
        );
      const places = { subdistrictId: one.subdistrict_id, parkId: one.park_id, carrierId: one.carrier_id };
      if (places[field] === unitId) continue;
      const after = { ...places, [field]: unitId };
      const subject = placedSubject(one.district, after, units, one.id);
      authorise(user, 'enterprise.edit', subject);
      const { subdistrictId, parkId, carrierId } = after;
      await tx
        .updateTable('enterprise')
        .set({
          subdistrict_id: subdistrictId,
          park_id: parkId,
          carrier_id: carrierId,
          unit_paths: subject.unitPaths,
          updated_at: sql`clock_timestamp()`,
        })
        .where('id', '=', one.id)
        .execute();
      await appendAudit(
        tx,
        { user, clock },
        {
          action: 'enterprise.move',
          subject: { kind: 'enterprise', id: one.id },
          district: one.district,
          detail: { [field]: { from: places[field], to: unitId }, reason },
        },
      );
      moved += 1;
    }
    return { moved };
  });
}
