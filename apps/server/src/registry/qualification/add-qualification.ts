import type { Inputs, Outputs } from '@forest/api';
import { dayOf, isoOf, plusMonths } from '@forest/domain';
import { appendAudit } from '../../platform/audit/index.ts';
import { conflict, Fault } from '../../platform/fault.ts';
import { getForChange } from '../enterprise/access.ts';
import { todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { qualificationKind } from '../vocabulary/qualification-kinds.ts';
import { touchEnterprises } from './touch.ts';

type Given = Inputs['registry']['qualifications']['add'];

/** Registers a certificate. Without a last day, the one that the kind's term gives is taken. */
export async function addQualification(
  given: Given,
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['qualifications']['add']> {
  return db.transaction().execute(async (tx) => {
    const enterprise = await getForChange(tx, user, 'qualification.edit', given.id);
    const expiresOn = given.expiresOn ?? lastDay(given.kind, given.issuedOn);
    refuseImpossibleDates(given, expiresOn, todayOf(clock));
    const same = await tx
      .selectFrom('qualification')
      .select('id')
      .where('enterprise_id', '=', given.id)
      .where('kind', '=', given.kind)
      .where('issued_on', '=', given.issuedOn)
      .where('revoked_on', 'is', null)
      .executeTakeFirst();
    if (same)
      throw conflict({
        zh: `${given.issuedOn} 发证的${qualificationKind(given.kind).name.zh}已经登记过。`,
        en: `A ${qualificationKind(given.kind).name.en} issued on ${given.issuedOn} is already registered.`,
      });
    const { id } = await tx
      .insertInto('qualification')
      .values({
        enterprise_id: given.id,
        district: enterprise.district,
        kind: given.kind,
        level: given.level,
        certificate_no: given.certificateNo,
        issued_on: given.issuedOn,
        expires_on: expiresOn,
        batch: given.batch,
        year: Number(given.issuedOn.slice(0, 4)),
        source: 'correction',
        by_user: user.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await touchEnterprises(tx, [given.id]);
    const { kind, certificateNo, issuedOn } = given;
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'qualification.add',
        subject: { kind: 'enterprise', id: given.id },
        district: enterprise.district,
        detail: { qualification: id, kind, certificateNo, issuedOn, expiresOn },
      },
    );
    return { id };
  });
}

/** Valid for whole years, the last day is the one before the anniversary. */
function lastDay(kind: string, issuedOn: string): string | null {
  const { years } = qualificationKind(kind);
  return years === null ? null : isoOf(plusMonths(dayOf(issuedOn), 12 * years) - 1);
}

function refuseImpossibleDates({ issuedOn }: Given, expiresOn: string | null, today: string): void {
  if (issuedOn > today)
    throw new Fault(
      'invalid',
      { zh: `发证日期 ${issuedOn} 还没有到。`, en: `The date of issue ${issuedOn} has not come yet.` },
      { zh: '请检查发证日期。', en: 'Check the date of issue.' },
    );
  if (expiresOn !== null && expiresOn < issuedOn)
    throw new Fault(
      'invalid',
      {
        zh: `有效期至 ${expiresOn} 早于发证日期 ${issuedOn}。`,
        en: `It expires on ${expiresOn}, before its issue on ${issuedOn}.`,
      },
      { zh: '请检查两个日期。', en: 'Check both dates.' },
    );
}
