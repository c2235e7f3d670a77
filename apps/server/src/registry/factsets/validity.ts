import { sql } from 'kysely';
import type { QualificationTable } from '../schema/dossier-rows.ts';

export type QualificationStatus = 'valid' | 'expired' | 'revoked' | 'unknown';

type Dates = { [column in 'issued_on' | 'expires_on' | 'revoked_on']: string | null };

/**
 * How a certificate stands on a day. The last day of validity still counts; the day of revocation does not. Without a
 * date of issue or an end nobody can say. SQL reads it alike: `heldOn`.
 */
export function statusOn(dates: Dates, day: string): QualificationStatus {
  const { issued_on, expires_on, revoked_on } = dates;
  if (revoked_on !== null && revoked_on <= day) return 'revoked';
  if (expires_on !== null && expires_on < day) return 'expired';
  if (issued_on === null && expires_on === null) return 'unknown';
  return issued_on !== null && issued_on > day ? 'unknown' : 'valid';
}

/** Whether the certificate in table alias `q` is valid on the day: `statusOn(…) = 'valid'`. */
export function heldOn(day: string, alias = 'q') {
  const column = (name: keyof QualificationTable) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(
    (${column('issued_on')} <= ${day}::date or (${column('issued_on')} is null and ${column('expires_on')} is not null))
    and (${column('expires_on')} is null or ${column('expires_on')} >= ${day}::date)
    and (${column('revoked_on')} is null or ${column('revoked_on')} > ${day}::date))`;
}

/**
 * Whether the right in table alias `i` stands on the day: granted, not ended, and within the legal term counted from
 * the application: invention 20 years, utility model 10, design 15 (10 when applied for before 2021-06-01)
 * (专利法 第四十二条).
 */
export function ipStandsOn(day: string) {
  return sql<boolean>`(
    coalesce(i.granted_on, case when i.status = 'granted' then coalesce(i.applied_on, '-infinity'::date) end) <= ${day}::date
    and (i.ended_on is null or i.ended_on > ${day}::date)
    and (i.status not in ('lapsed', 'invalid', 'transferred') or i.ended_on is not null)
    and (i.applied_on is null or ${day}::date < i.applied_on + case i.kind
      when 'invention' then interval '20 years'
      when 'utilityModel' then interval '10 years'
      when 'design' then case when i.applied_on < '2021-06-01' then interval '10 years' else interval '15 years' end
      else interval '1000 years' end))`;
}

/** Class by the kind of right where nobody said otherwise (国科发火〔2016〕195号 三（七）). */
export const ipClass = sql<'I' | 'II' | null>`coalesce(i.class, case
  when i.kind in ('invention', 'icLayout', 'plantVariety', 'newDrug', 'tcmProtection', 'cropVariety') then 'I'
  when i.kind in ('utilityModel', 'design', 'software') then 'II' end)`;
