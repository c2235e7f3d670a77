import type { Outputs } from '@forest/api';
import type { Db } from '../../platform/database/index.ts';
import { statusOn } from '../factsets/validity.ts';
import { numberOf } from '../list/row.ts';
import { qualificationKind } from '../vocabulary/qualification-kinds.ts';
import { maskEmail, maskName, maskPhone } from './mask.ts';

type Dossier = Outputs['registry']['enterprises']['get'];

export async function readQualifications(db: Db, id: number, today: string): Promise<Dossier['qualifications']> {
  const rows = await db
    .selectFrom('qualification')
    .selectAll()
    .where('enterprise_id', '=', id)
    .orderBy('issued_on', (order) => order.desc().nullsLast())
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    kindName: qualificationKind(row.kind).name,
    level: row.level,
    certificateNo: row.certificate_no,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    revokedOn: row.revoked_on,
    batch: row.batch,
    source: row.source,
    status: statusOn(row, today),
  }));
}

export async function readIp(db: Db, id: number): Promise<Dossier['ip']> {
  const rows = await db
    .selectFrom('ip_item')
    .selectAll()
    .where('enterprise_id', '=', id)
    .orderBy('granted_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    class: row.class,
    kind: row.kind,
    number: row.number,
    title: row.title,
    status: row.status,
    appliedOn: row.applied_on,
    grantedOn: row.granted_on,
    acquired: row.acquired,
  }));
}

export async function readFinancing(db: Db, id: number): Promise<Dossier['financing']> {
  const rows = await db
    .selectFrom('financing_round')
    .selectAll()
    .where('enterprise_id', '=', id)
    .orderBy('closed_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    round: row.round,
    on: row.closed_on,
    amount: numberOf(row.amount),
    valuationUsd: numberOf(row.valuation_usd),
    valuation: numberOf(row.valuation),
    investors: row.investors,
  }));
}

/** Masked; `revealContact` shows one, and that is written down. */
export async function readContacts(db: Db, id: number): Promise<Dossier['contacts']> {
  const rows = await db.selectFrom('contact').selectAll().where('enterprise_id', '=', id).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    name: maskName(row.name),
    phone: maskPhone(row.phone),
    email: maskEmail(row.email),
    masked: true,
  }));
}
