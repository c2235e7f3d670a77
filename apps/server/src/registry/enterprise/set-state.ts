import type { Inputs, Outputs } from '@forest/api';
import { sql } from 'kysely';
import { appendAudit } from '../../platform/audit/index.ts';
import { conflict } from '../../platform/fault.ts';
import type { UseCase } from '../use-case.ts';
import { getForChange } from './access.ts';

const words = { active: '在册', left: '已迁出', cancelled: '已注销' } as const;

/** Moved away, cancelled, or back; the dossier stays. */
export async function setEnterpriseState(
  { id, state, reason }: Inputs['registry']['enterprises']['setState'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['enterprises']['setState']> {
  return db.transaction().execute(async (tx) => {
    const before = await getForChange(tx, user, 'enterprise.edit', id);
    if (before.state === state)
      throw conflict({ zh: `这家企业已经是“${words[state]}”。`, en: `The enterprise is already ${state}.` });
    await tx
      .updateTable('enterprise')
      .set({ state, updated_at: sql`clock_timestamp()` })
      .where('id', '=', id)
      .execute();
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'enterprise.state',
        subject: { kind: 'enterprise', id },
        district: before.district,
        detail: { from: before.state, to: state, reason },
      },
    );
    return { id };
  });
}
