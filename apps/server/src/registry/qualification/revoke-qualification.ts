import type { Inputs, Outputs } from '@forest/api';
import { appendAudit } from '../../platform/audit/index.ts';
import { conflict, Fault, notFound } from '../../platform/fault.ts';
import { getForChange } from '../enterprise/access.ts';
import { todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { touchEnterprises } from './touch.ts';

/** From the day given the certificate no longer counts; that it once did stays known. */
export async function revokeQualification(
  { id, qualificationId, on, reason }: Inputs['registry']['qualifications']['revoke'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['qualifications']['revoke']> {
  return db.transaction().execute(async (tx) => {
    const enterprise = await getForChange(tx, user, 'qualification.edit', id);
    const held = await tx
      .selectFrom('qualification')
      .select(['kind', 'issued_on', 'revoked_on'])
      .where('enterprise_id', '=', id)
      .where('id', '=', qualificationId)
      .executeTakeFirst();
    if (!held) throw notFound({ zh: '这项资质', en: 'qualification' });
    if (held.revoked_on !== null)
      throw conflict({
        zh: `这项资质已于 ${held.revoked_on} 撤销。`,
        en: `It was already revoked on ${held.revoked_on}.`,
      });
    if (on > todayOf(clock) || (held.issued_on !== null && on < held.issued_on))
      throw new Fault(
        'invalid',
        { zh: `撤销日期 ${on} 不在发证日期与今天之间。`, en: `${on} is not between the date of issue and today.` },
        { zh: '请检查撤销日期。', en: 'Check the date.' },
      );
    await tx
      .updateTable('qualification')
      .set({ revoked_on: on, revoke_reason: reason })
      .where('enterprise_id', '=', id)
      .where('id', '=', qualificationId)
      .execute();
    await touchEnterprises(tx, [id]);
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'qualification.revoke',
        subject: { kind: 'enterprise', id },
        district: enterprise.district,
        detail: { qualification: qualificationId, kind: held.kind, on, reason },
      },
    );
    return { id: qualificationId };
  });
}
