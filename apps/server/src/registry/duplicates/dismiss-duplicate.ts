import type { Inputs, Outputs } from '@forest/api';
import { appendAudit } from '../../platform/audit/index.ts';
import { notFound } from '../../platform/fault.ts';
import { getAllForChange } from '../enterprise/access.ts';
import type { UseCase } from '../use-case.ts';

/** Two enterprises after all: the pair is not proposed again. */
export async function dismissDuplicate(
  { left, right }: Inputs['registry']['duplicates']['dismiss'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['duplicates']['dismiss']> {
  return db.transaction().execute(async (tx) => {
    const [first] = await getAllForChange(tx, user, 'enterprise.merge', [left, right]);
    const pair = await tx
      .updateTable('duplicate_pair')
      .set({ state: 'dismissed', settled_by: user.id, settled_at: clock.now() })
      .where('left_id', '=', Math.min(left, right))
      .where('right_id', '=', Math.max(left, right))
      .where('state', '=', 'open')
      .returning('left_id')
      .executeTakeFirst();
    if (!pair) throw notFound({ zh: '这一对疑似重复', en: 'pair' });
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'duplicate.dismiss',
        subject: { kind: 'enterprise', id: left },
        district: first!.district,
        detail: { left, right },
      },
    );
    return { ok: true };
  });
}
