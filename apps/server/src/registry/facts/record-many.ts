import { type RawBuilder, sql } from 'kysely';
import type { ClientBase } from 'pg';
import { type CopyValue, copyRows, type Tx } from '../../platform/database/index.ts';
import { resolve } from './resolve.ts';
import { type NewStatement, type RecordOutcome, type ResolveOptions, STANDING } from './statement.ts';

const COLUMNS = [
  'ordinal',
  'enterprise_id',
  'district',
  'year',
  'source',
  'stated_at',
  'import_id',
  'row_no',
  'by_user',
  'facts',
  'reason',
] as const;

/**
 * The door for many facts at a time (imports, the demonstration district): COPY into a temporary table, then set-based
 * SQL. A statement that only repeats what its source said last is left out, so importing a file twice changes nothing.
 * `tx` and `client` are the two faces of one transaction (`bulkTransaction`). Blocks of 5,000 to 50,000 statements.
 */
export async function recordManyStatements(
  tx: Tx,
  client: ClientBase,
  statements: Iterable<NewStatement> | AsyncIterable<NewStatement>,
  options: ResolveOptions,
): Promise<RecordOutcome> {
  await sql`
    create temporary table if not exists incoming_statement (
      ordinal integer, enterprise_id bigint, district text, year smallint, source text, stated_at timestamptz,
      import_id bigint, row_no integer, by_user text, facts jsonb, reason text
    ) on commit delete rows;`.execute(tx);
  await sql`truncate incoming_statement`.execute(tx);
  const incoming = await copyRows(client, 'incoming_statement', COLUMNS, rowsOf(statements));
  if (incoming === 0) return { stored: 0, unchanged: 0, conflictsOpened: 0, changedEnterprises: 0 };
  await sql`analyze incoming_statement`.execute(tx);
  await sql`select id from enterprise where id in (select enterprise_id from incoming_statement)
    order by id for update`.execute(tx);
  const unchanged = await dropRepeated(tx);
  await sql`
    insert into statement
      (enterprise_id, district, year, source, stated_at, import_id, row_no, by_user, facts, reason)
    select enterprise_id, district, year, source, stated_at, import_id, row_no, by_user, facts, reason
    from incoming_statement order by ordinal`.execute(tx);
  const outcome = await resolve(tx, incomingPairs(), options);
  return { stored: incoming - unchanged, unchanged, ...outcome };
}

function incomingPairs(): RawBuilder<unknown> {
  return sql`(select distinct enterprise_id, year from incoming_statement) as affected`;
}

async function dropRepeated(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from incoming_statement i using (
      select said.enterprise_id, said.year, said.source,
        jsonb_object_agg(fact.key, fact.value order by said.stated_at, said.id) as facts
      from (select distinct enterprise_id, year, source from incoming_statement) wanted
      join statement said on said.enterprise_id = wanted.enterprise_id and said.year = wanted.year
        and said.source = wanted.source
      cross join lateral jsonb_each(said.facts) as fact
      group by said.enterprise_id, said.year, said.source
    ) before
    where i.enterprise_id = before.enterprise_id and i.year = before.year and i.source = before.source
      and i.facts <@ before.facts`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

async function* rowsOf(statements: Iterable<NewStatement> | AsyncIterable<NewStatement>): AsyncGenerator<CopyValue[]> {
  let ordinal = 0;
  for await (const s of statements) {
    yield [
      ordinal++,
      s.enterpriseId,
      s.district,
      s.year ?? STANDING,
      s.source,
      s.statedAt,
      s.importId,
      s.rowNo,
      s.byUser,
      s.facts,
      s.reason,
    ];
  }
}
