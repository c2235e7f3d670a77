import type { Inputs, Outputs } from '@forest/api';
import { appendAudit } from '../../platform/audit/index.ts';
import { getForChange } from '../enterprise/access.ts';
import { todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { checkValue } from './check-value.ts';
import { decideFact } from './decide-fact.ts';
import { STANDING } from './statement.ts';

/** An officer corrects one fact of one enterprise; what was said before stays in its history. */
export async function correctFact(
  { id, fact, year, value, reason }: Inputs['registry']['facts']['correct'],
  { db, clock, user, vocabulary }: UseCase,
): Promise<Outputs['registry']['facts']['correct']> {
  return db.transaction().execute(async (tx) => {
    const enterprise = await getForChange(tx, user, 'fact.correct', id);
    const snapshot = await tx
      .selectFrom('snapshot')
      .select('facts')
      .where('enterprise_id', '=', id)
      .where('year', '=', year ?? STANDING)
      .executeTakeFirst();
    const { [fact]: before, ...others } = snapshot?.facts ?? {};
    const world = { dictionary: vocabulary.facts, today: todayOf(clock), others };
    const kept = checkValue({ fact, year, value }, world);
    const statementId = await decideFact(
      tx,
      { enterprise, fact, year, value: kept, source: 'correction', reason },
      { user, clock },
    );
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'fact.correct',
        subject: { kind: 'enterprise', id },
        district: enterprise.district,
        detail: { fact, year, from: before ?? null, to: kept, reason, statement: statementId },
      },
    );
    return { statementId };
  });
}
