import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import type { StoredFacts } from '../tables.ts';
import { type DerivedFact, deriveFacts, type IpGroup, type Records, type Round } from './derive.ts';
import { heldOn, ipClass, ipStandsOn } from './validity.ts';

/** What rules read of one enterprise. Years are accounting years, `"2025"`. */
export interface FactSet {
  enterprise: StoredFacts;
  years: Record<string, StoredFacts>;
}

export interface EnterpriseFacts extends FactSet {
  enterpriseId: number;
  /** `updated_at` of the enterprise as read together with the facts, with microseconds. */
  factsAt: string;
}

export interface FactQuestion {
  /** Certificates, rights and rounds count as they stood on this day. */
  asOf: string;
  /** The dictionary's facts with a `derived` entry. */
  derivations: readonly DerivedFact[];
}

/** Fact sets of the enterprises, in the order of their ids; merged ones have none. */
export async function readFacts(tx: Db, ids: readonly number[], question: FactQuestion): Promise<EnterpriseFacts[]> {
  const { asOf, derivations } = question;
  const wanted = sql<number[]>`${ids}::bigint[]`;
  const enterprises = await sql<{
    id: number;
    facts_at: string;
    registered_on: string | null;
    industry_code: string | null;
  }>`
    select id, updated_at::text as facts_at, registered_on, industry_code
    from enterprise where id = any(${wanted}) and state <> 'merged' order by id`.execute(tx);
  const snapshots = await sql<{ enterprise_id: number; year: number; facts: StoredFacts }>`
    select enterprise_id, year, facts from snapshot where enterprise_id = any(${wanted})`.execute(tx);
  const records = await readRecords(tx, ids, asOf);
  const found = new Map<number, EnterpriseFacts>();
  for (const { id, facts_at } of enterprises.rows)
    found.set(id, { enterpriseId: id, factsAt: facts_at, enterprise: {}, years: {} });
  for (const { enterprise_id, year, facts } of snapshots.rows) {
    const set = found.get(enterprise_id);
    if (!set) continue;
    if (year === 0) set.enterprise = facts;
    else set.years[year] = facts;
  }
  for (const { id, registered_on, industry_code } of enterprises.rows) {
    const set = found.get(id)!;
    const { enterprise } = set;
    if (registered_on !== null) enterprise.registrationDate = registered_on;
    if (industry_code !== null) enterprise.industryCode = industry_code.replace(/^[A-T]/, '');
    const kept = records.get(id);
    if (kept) Object.assign(enterprise, deriveFacts(derivations, kept, asOf));
  }
  return [...found.values()];
}

interface RecordsRead extends Records {
  held: Map<string, boolean>;
  ip: IpGroup[];
  rounds: Round[];
}

async function readRecords(tx: Db, ids: readonly number[], asOf: string): Promise<Map<number, Records>> {
  const records = new Map<number, RecordsRead>();
  const of = (id: number) => {
    const record: RecordsRead = records.get(id) ?? { held: new Map(), ip: [], rounds: [] };
    records.set(id, record);
    return record;
  };
  const held = await sql<{ enterprise_id: number; kind: string; held: boolean | null }>`
    select q.enterprise_id, q.kind, bool_or(${heldOn(asOf)}) as held
    from qualification q where q.enterprise_id = any(${ids}::bigint[])
    group by q.enterprise_id, q.kind`.execute(tx);
  for (const { enterprise_id, kind, held: valid } of held.rows)
    if (valid !== null) of(enterprise_id).held.set(kind, valid);
  const ip = await sql<IpGroup & { enterprise_id: number }>`
    select i.enterprise_id, ${ipClass} as class, i.kind, i.acquired, i.high_value, i.linked_main_product, i.in_use,
      count(*) filter (where ${ipStandsOn(asOf)})::int as standing
    from ip_item i where i.enterprise_id = any(${ids}::bigint[])
    group by i.enterprise_id, 2, i.kind, i.acquired, i.high_value, i.linked_main_product, i.in_use`.execute(tx);
  for (const row of ip.rows) of(row.enterprise_id).ip.push(row);
  const rounds = await sql<Round & { enterprise_id: number }>`
    select enterprise_id, closed_on, equity, amount, valuation_usd, valuation
    from financing_round where enterprise_id = any(${ids}::bigint[])`.execute(tx);
  for (const row of rounds.rows) of(row.enterprise_id).rounds.push(row);
  return records;
}
