import type { Facts, LedgerRow } from '@forest/intake';
import { nameKey } from '@forest/intake';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import type { Tx } from '../../../platform/database/index.ts';
import { identityColumns, searchText } from '../../enterprise/identity.ts';
import { recordManyStatements } from '../../facts/record-many.ts';
import type { NewStatement } from '../../facts/statement.ts';
import type { IdentityChanges } from './identity-changes.ts';
import type { Known } from './known.ts';
import type { ImportSetting } from './setting.ts';
import { factsByYear, saidBefore } from './statements.ts';

/** A row about an enterprise that is in the register already. */
export interface Resident {
  known: Known;
  row: LedgerRow;
  changes: IdentityChanges;
}

/** What the source of this import has said about these enterprises so far, by `<id>/<year>`. */
export async function readSaid(tx: Tx, ids: readonly number[], source: string): Promise<Map<string, Facts>> {
  const said = new Map<string, Facts>();
  if (ids.length === 0) return said;
  const { rows } = await sql<{ key: string; facts: Facts }>`
    select s.enterprise_id || '/' || s.year as key, jsonb_object_agg(f.key, f.value order by s.stated_at, s.id) as facts
    from statement s cross join lateral jsonb_each(s.facts) f
    where s.enterprise_id = any(${ids}::bigint[]) and s.source = ${source}
    group by s.enterprise_id, s.year`.execute(tx);
  for (const { key, facts } of rows) said.set(key, facts);
  return said;
}

/**
 * Writes what rows change about enterprises in the register.
 * @returns for every row whether it changed anything.
 */
export async function writeResidents(
  tx: Tx,
  client: ClientBase,
  residents: readonly Resident[],
  setting: ImportSetting,
): Promise<boolean[]> {
  if (residents.length === 0) return [];
  const said = await readSaid(
    tx,
    residents.map(({ known }) => known.id),
    setting.source,
  );
  const statements: NewStatement[] = [];
  const changed = residents.map(({ known, row, changes }) => {
    let news = Object.keys(changes).length > 0;
    for (const { year, facts } of factsByYear(row)) {
      const key = `${known.id}/${year}`;
      const before = said.get(key);
      if (saidBefore(facts, before)) continue;
      news = true;
      said.set(key, { ...before, ...facts });
      statements.push(statementOf(known.id, year, facts, row.rowNo, setting));
    }
    return news;
  });
  await writeIdentities(
    tx,
    residents.filter(({ changes }) => Object.keys(changes).length > 0),
    setting,
  );
  if (statements.length > 0) await recordManyStatements(tx, client, statements, { figuresYear: setting.figuresYear });
  return changed;
}

function statementOf(
  enterpriseId: number,
  year: number,
  facts: Facts,
  rowNo: number,
  { district, source, statedAt, importId, startedBy }: ImportSetting,
): NewStatement {
  const when = year === 0 ? null : year;
  return { enterpriseId, district, year: when, source, statedAt, facts, importId, rowNo, byUser: startedBy };
}

async function writeIdentities(tx: Tx, residents: readonly Resident[], setting: ImportSetting): Promise<void> {
  if (residents.length === 0) return;
  const former: { enterprise_id: number; name: string }[] = [];
  const records = residents.map(({ known, changes }) => {
    if (changes.name !== undefined && nameKey(changes.name) !== known.nameKey)
      former.push({ enterprise_id: known.id, name: known.name });
    const merged = { ...known, ...changes };
    const columns = identityColumns({ ...merged, district: setting.district }, setting.units);
    const names = changes.name === undefined ? known.formerNames : [known.nameKey, ...known.formerNames];
    return {
      ...columns,
      id: known.id,
      business_scope: merged.businessScope,
      search_text: searchText([merged.name, ...names], columns.credit_code),
    };
  });
  await sql`
    update enterprise set name = c.name, name_key = c.name_key, credit_code = c.credit_code, code_status = c.code_status,
      address = c.address, address_key = c.address_key, business_scope = c.business_scope,
      subdistrict_id = c.subdistrict_id, park_id = c.park_id, carrier_id = c.carrier_id, unit_paths = c.unit_paths,
      search_text = c.search_text, updated_at = clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as c (id bigint, name text, name_key text,
      credit_code text, code_status text, address text, address_key text, business_scope text, subdistrict_id text,
      park_id text, carrier_id text, unit_paths text[], search_text text)
    where enterprise.id = c.id`.execute(tx);
  if (former.length > 0)
    await sql`
      insert into enterprise_name (enterprise_id, district, name, to_date)
      select c.enterprise_id, ${setting.district}, c.name, ${setting.statedAt.toISOString().slice(0, 10)}::date
      from jsonb_to_recordset(${JSON.stringify(former)}::jsonb) as c (enterprise_id bigint, name text)`.execute(tx);
}
