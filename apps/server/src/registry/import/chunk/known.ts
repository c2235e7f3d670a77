import { type LedgerRow, nameKey } from '@forest/intake';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { CodeStatus } from '../../schema/enterprise-rows.ts';

/** What matching and comparing need to know of an enterprise in the register. */
export interface Known {
  id: number;
  name: string;
  nameKey: string;
  creditCode: string | null;
  codeStatus: CodeStatus;
  address: string | null;
  addressKey: string | null;
  businessScope: string | null;
  subdistrictId: string | null;
  parkId: string | null;
  carrierId: string | null;
  confirmed: Record<string, string>;
  /** Keys of names it has borne. */
  formerNames: string[];
}

/** Enterprises that rows of one block may be about, found by code, name and former name. */
export class KnownEnterprises {
  readonly #byCode = new Map<string, Known>();
  readonly #byName = new Map<string, Known[]>();
  readonly #ids = new Set<number>();

  add(known: Known): void {
    if (this.#ids.has(known.id)) return;
    this.#ids.add(known.id);
    if (known.creditCode !== null && !this.#byCode.has(known.creditCode)) this.#byCode.set(known.creditCode, known);
    const organisation = organisationCode(known.creditCode);
    if (organisation !== null && !this.#byCode.has(organisation)) this.#byCode.set(organisation, known);
    for (const key of new Set([known.nameKey, ...known.formerNames])) {
      const same = this.#byName.get(key);
      if (same) same.push(known);
      else this.#byName.set(key, [known]);
    }
  }

  /** By the code itself, or an old organisation code by the code that contains it. */
  byCode(code: string): Known | undefined {
    return this.#byCode.get(code) ?? this.#byCode.get(code.replace('-', ''));
  }

  byName(key: string): readonly Known[] {
    return this.#byName.get(key) ?? [];
  }
}

/** Positions 9 to 17 of a credit code are the former organisation code. */
function organisationCode(code: string | null): string | null {
  return code !== null && code.length === 18 ? code.slice(8, 17) : null;
}

const columns = sql`e.id, e.name, e.name_key as "nameKey", e.credit_code as "creditCode", e.code_status as "codeStatus",
  e.address, e.address_key as "addressKey", e.business_scope as "businessScope", e.subdistrict_id as "subdistrictId",
  e.park_id as "parkId", e.carrier_id as "carrierId", e.confirmed`;

/**
 * Reads all candidates of a block at once, by code first and by name only for rows whose code is unknown. An enterprise that
 * was merged answers through the one that it was merged into.
 */
export async function findKnown(tx: Tx, district: string, rows: readonly LedgerRow[]): Promise<KnownEnterprises> {
  const found = new KnownEnterprises();
  const codes = rows.flatMap((row) => (row.creditCode === null ? [] : [row.creditCode]));
  await collect(tx, found, hitsByCode(district, codes));
  const strangers = rows.filter((row) => row.creditCode === null || !found.byCode(row.creditCode));
  const names = strangers.flatMap((row) => (row.name === null ? [] : [row.name]));
  if (names.length > 0) await collect(tx, found, hitsByName(district, names));
  return found;
}

/**
 * One index lookup a key, whatever the planner thinks: `offset 0` keeps it from turning the lookups into a scan of the
 * district. It would, because a table that is being filled has no statistics yet, and every block would cost more than the last.
 */
function hitsByCode(district: string, codes: readonly string[]): RawBuilder<unknown> {
  const organisations = codes.filter((code) => /^[0-9A-Z]{8}-?[0-9X]$/.test(code)).map((code) => code.replace('-', ''));
  const inside = sql`union select id, merged_into from enterprise where district = ${district}
    and length(credit_code) = 18 and substr(credit_code, 9, 9) = any(${organisations}::text[])`;
  return sql`
    select e.id, e.merged_into from unnest(${codes}::text[]) as k (code) cross join lateral (
      select id, merged_into from enterprise where district = ${district} and credit_code = k.code offset 0) e
    ${organisations.length > 0 ? inside : sql``}`;
}

function hitsByName(district: string, names: readonly string[]): RawBuilder<unknown> {
  return sql`
    select e.id, e.merged_into from unnest(${names.map(nameKey)}::text[]) as k (name_key) cross join lateral (
      select id, merged_into from enterprise where district = ${district} and name_key = k.name_key offset 0) e
    union
    select e.id, e.merged_into from unnest(${names}::text[]) as k (name) cross join lateral (
      select enterprise_id from enterprise_name where district = ${district} and name = k.name offset 0) n
    join enterprise e on e.id = n.enterprise_id`;
}

async function collect(tx: Tx, found: KnownEnterprises, hits: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<Omit<Known, 'formerNames'>>`
    with hit as materialized (${hits})
    select ${columns} from (select distinct coalesce(merged_into, id) as id from hit) h
    cross join lateral (select * from enterprise where id = h.id offset 0) e
    order by e.id`.execute(tx);
  const former = await formerNames(
    tx,
    rows.map((row) => row.id),
  );
  for (const row of rows) found.add({ ...row, formerNames: former.get(row.id) ?? [] });
}

async function formerNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string[]>> {
  const former = new Map<number, string[]>();
  if (ids.length === 0) return former;
  const { rows } = await sql<{ id: number; name: string }>`
    select enterprise_id as id, name from enterprise_name where enterprise_id = any(${ids}::bigint[])`.execute(tx);
  for (const { id, name } of rows) former.set(id, [...(former.get(id) ?? []), nameKey(name)]);
  return former;
}
