import type { Inputs, Outputs } from '@forest/api';
import { appendAudit } from '../../platform/audit/index.ts';
import { conflict, notFound } from '../../platform/fault.ts';
import { getForChange } from '../enterprise/access.ts';
import type { UseCase } from '../use-case.ts';

/** An officer has looked: it is right as it stands, or it has been put right. */
export async function settleReview(
  { id, outcome, note }: Inputs['registry']['reviews']['settle'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['reviews']['settle']> {
  return db.transaction().execute(async (tx) => {
    const place = await tx.selectFrom('review_item').select('enterprise_id').where('id', '=', id).executeTakeFirst();
    if (!place) throw notFound({ zh: '这项待核实', en: 'item' });
    const enterprise = await getForChange(tx, user, 'review.settle', place.enterprise_id);
    const settled = await tx
      .updateTable('review_item')
      .set({ state: outcome, settled_by: user.id, settled_at: clock.now(), note })
      .where('enterprise_id', '=', enterprise.id)
      .where('id', '=', id)
      .where('state', '=', 'open')
      .returning(['kind', 'detail'])
      .executeTakeFirst();
    if (!settled) throw conflict({ zh: '这一项已经核实过。', en: 'This item is already settled.' });
    // A confirmed code is not asked about again.
    if (settled.kind === 'credit_code' && outcome === 'confirmed' && enterprise.credit_code !== null)
      await tx
        .updateTable('enterprise')
        .set({ confirmed: JSON.stringify({ ...enterprise.confirmed, creditCode: enterprise.credit_code }) })
        .where('id', '=', enterprise.id)
        .execute();
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'review.settle',
        subject: { kind: 'enterprise', id: enterprise.id },
        district: enterprise.district,
        detail: { review: id, kind: settled.kind, outcome, note },
      },
    );
    return { id };
  });
}
