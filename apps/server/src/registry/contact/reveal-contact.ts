import type { Inputs, Outputs } from '@forest/api';
import { appendAudit } from '../../platform/audit/index.ts';
import { authorise } from '../../platform/authorise.ts';
import { notFound } from '../../platform/fault.ts';
import { getVisible, subjectOf } from '../enterprise/access.ts';
import type { UseCase } from '../use-case.ts';

/** Shows one contact in full. Who looked, when and why is written down before anything is shown. */
export async function revealContact(
  { id, contactId, reason }: Inputs['registry']['contacts']['reveal'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['contacts']['reveal']> {
  return db.transaction().execute(async (tx) => {
    const enterprise = await getVisible(tx, user, id);
    authorise(user, 'contact.reveal', subjectOf(enterprise));
    const contact = await tx
      .selectFrom('contact')
      .select(['id', 'role', 'name', 'phone', 'email'])
      .where('enterprise_id', '=', id)
      .where('id', '=', contactId)
      .executeTakeFirst();
    if (!contact) throw notFound({ zh: '这位联系人', en: 'contact' });
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'contact.reveal',
        subject: { kind: 'enterprise', id },
        district: enterprise.district,
        // The trail says whose number was seen, never the number.
        detail: { contact: contactId, role: contact.role, reason },
      },
    );
    return { ...contact, masked: false };
  });
}
