import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { dayOf } from '@forest/domain';
import type { Columns } from '@forest/rules';
import { AS_OF, FIELDS } from '../hnte-eight.ts';

const share = (over: string, under: string, required: string) =>
  `(case when ${under} > 0 then ${over} >= ${required} * ${under} end)`;

const CRITERIA = [
  `(${dayOf(AS_OF)} - registrationDate >= 365)`,
  '(ipItems >= 1)',
  // The last of the enumeration is the one field that does not count; a list of names would be compared as texts.
  `(techField < '其他'::field)`,
  share('techStaff0', 'staff0', '0.1::double'),
  share(
    '(rd0 + rd1 + rd2)',
    '(sales0 + sales1 + sales2)',
    '(case when sales0 <= 5000 then 0.05::double when sales0 <= 20000 then 0.04::double else 0.03::double end)',
  ),
  share('(rdDomestic0 + rdDomestic1 + rdDomestic2)', '(rd0 + rd1 + rd2)', '0.6::double'),
  share('highTechIncome0', 'totalIncome0', '0.6::double'),
  '(not hasMajorAccident)',
];

const mask = (wanted: string) =>
  CRITERIA.map((_, k) => `(case when ${wanted} c${k} then ${1 << k} else 0 end)`).join(' + ');

const MASKS = `select row, ${mask('')} as met, ${mask('not')} as not_met
  from (select row, ${CRITERIA.map((c, k) => `${c} as c${k}`).join(', ')} from enterprise)`;

const JUDGED = `select row, met, not_met, (1 + (met = ${2 ** CRITERIA.length - 1})::integer - (not_met > 0)::integer)::utinyint
  as verdict from (${MASKS})`;

/** DuckDB on one thread over the same columns. */
export class Duck {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  static async open(columns: Columns): Promise<Duck> {
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    const names = columns.slots.map((s) => `${s.fact}${s.yearOffset === null ? '' : -s.yearOffset}`);
    const types = columns.slots.map((s) => (s.kind === 'text' ? 'field' : s.kind === 'flag' ? 'boolean' : 'double'));
    await connection.run(`create type field as enum (${[...FIELDS, '其他'].map((f) => `'${f}'`).join(', ')})`);
    await connection.run(
      `create table enterprise (row integer, ${names.map((name, slot) => `${name} ${types[slot]}`).join(', ')})`,
    );
    const appender = await connection.createAppender('enterprise');
    for (let row = 0; row < columns.count; row++) {
      appender.appendInteger(row);
      for (const [slot, { kind }] of columns.slots.entries()) {
        const value = columns.values[slot]![row]!;
        const text = columns.dictionaries[slot]?.textOf(value);
        if (kind === 'text' ? text === undefined : Number.isNaN(value)) appender.appendNull();
        else if (kind === 'text') appender.appendVarchar(text!);
        else if (kind === 'flag') appender.appendBoolean(value === 1);
        else appender.appendDouble(value);
      }
      appender.endRow();
    }
    appender.closeSync();
    return new Duck(connection);
  }

  /** Verdict and both masks of every enterprise, kept in a table: what the loop writes into its arrays. */
  async judge(): Promise<void> {
    await this.#connection.run(`create or replace temp table judged as ${JUDGED}`);
  }

  /** Counts only; nothing is kept for the single enterprise. */
  async count(): Promise<void> {
    await this.#connection.run(`select verdict, count(*), sum(met), sum(not_met) from (${JUDGED}) group by verdict`);
  }

  async verdicts(): Promise<Uint8Array> {
    const rows = await (await this.#connection.runAndReadAll('select verdict from judged order by row')).getColumns();
    return Uint8Array.from(rows[0] as number[]);
  }
}
