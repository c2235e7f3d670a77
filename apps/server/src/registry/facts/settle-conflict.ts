import type { Inputs, Outputs } from '@forest/api';
import { appendAudit } from '../../platform/audit/index.ts';
import { conflict as conflictFault, notFound } from '../../platform/fault.ts';
import { getForChange } from '../enterprise/access.ts';
import type { UseCase } from '../use-case.ts';
import { decideFact } from './decide-fact.ts';
import { STANDING } from './statement.ts';

const word = { zh: '这项冲突', en: 'conflict' };

/** Whoever may, says which of the sources is right; the others stay in the history. */
export async function settleConflict(
  { id, statementId, reason }: Inputs['registry']['conflicts']['settle'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['conflicts']['settle']> {
  return db.transaction().execute(async (tx) => {
    const place = await tx.selectFrom('conflict').select('enterprise_id').where('id', '=', id).executeTakeFirst();
    if (!place) throw notFound(word);
    const enterprise = await getForChange(tx, user, 'conflict.settle', place.enterprise_id);
    // Read again behind the enterprise's lock: another officer may have been quicker.
    const { year, fact, state } = await tx
      .selectFrom('conflict')
      .select(['year', 'fact', 'state'])
      .where('enterprise_id', '=', enterprise.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (state !== 'open') throw conflictFault({ zh: '这项冲突已经核定。', en: 'This conflict is already settled.' });
    const chosen = await tx
      .selectFrom('statement')
      .select(['facts', 'source'])
      .where('enterprise_id', '=', enterprise.id)
      .where('id', '=', statementId)
      .where('year', '=', year)
      .executeTakeFirst();
    const value = chosen?.facts[fact];
    if (value === undefined) throw notFound({ zh: '所选来源', en: 'source' });
    const decision = { enterprise, fact, year: year === STANDING ? null : year, value, reason };
    const statement = await decideFact(tx, { ...decision, source: 'settlement' }, { user, clock });
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'conflict.settle',
        subject: { kind: 'enterprise', id: enterprise.id },
        district: enterprise.district,
        detail: {
          conflict: id,
          fact,
          year: decision.year,
          value,
          chosen: statementId,
          source: chosen?.source,
          reason,
          statement,
        },
      },
    );
    return { id };
  });
}
