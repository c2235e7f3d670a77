import type { Tx } from '../../platform/database/index.ts';
import type { StoredEnterprise } from '../enterprise/access.ts';
import { figuresYearOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { recordStatements } from './record-statements.ts';
import { type DECIDING_SOURCES, STANDING } from './statement.ts';

export interface Decision {
  enterprise: StoredEnterprise;
  fact: string;
  /** null = standing. */
  year: number | null;
  value: number | string | boolean;
  source: (typeof DECIDING_SOURCES)[number];
  reason: string;
}

/** An officer's word on a fact: a statement above all sources, and the end of an open conflict on it. */
export async function decideFact(
  tx: Tx,
  { enterprise, fact, year, value, source, reason }: Decision,
  { user, clock }: Pick<UseCase, 'user' | 'clock'>,
): Promise<number> {
  const settled = await tx
    .updateTable('conflict')
    .set({ state: 'settled', settled_by: user.id, settled_at: clock.now(), reason })
    .where('enterprise_id', '=', enterprise.id)
    .where('year', '=', year ?? STANDING)
    .where('fact', '=', fact)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  const about = { enterpriseId: enterprise.id, district: enterprise.district, year, source, byUser: user.id };
  const { ids } = await recordStatements(tx, [{ ...about, statedAt: clock.now(), facts: { [fact]: value }, reason }], {
    figuresYear: figuresYearOf(clock),
  });
  if (settled.length > 0)
    await tx
      .updateTable('conflict')
      .set({ chosen: ids[0]! })
      .where('enterprise_id', '=', enterprise.id)
      .where(
        'id',
        'in',
        settled.map((row) => row.id),
      )
      .execute();
  return ids[0]!;
}
