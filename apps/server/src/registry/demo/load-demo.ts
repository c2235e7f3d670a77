import { type DemoEnterprise, type DemoPlace, generateDistrict } from '@forest/demo';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import { bulkTransaction, copyRows, type Database, type Tx } from '../../platform/database/index.ts';
import { recordManyStatements } from '../facts/record-many.ts';
import type { NewStatement } from '../facts/statement.ts';
import { readUnits, type Units } from '../organisation/units.ts';
import { contactRows, enterpriseRows, financingRows, ipRows, qualificationRows, type Table } from './rows.ts';

export interface LoadDemoOptions {
  district: string;
  /** Enterprises to make up. */
  count: number;
  seed: number;
  /** The last full accounting year; six years end with it. */
  lastYear: number;
  /** ISO date; nothing is issued after it. */
  today: string;
  /** Time that the synthetic statements carry. */
  now: Date;
  progress?: (share: number) => void;
}

/** Real and synthetic data are never mixed: the district already holds enterprises that are not synthetic. */
export class DistrictInUse extends Error {}

const BLOCK = 1_500;

/**
 * Fills an empty district with synthetic enterprises, all marked `demo`, in one transaction.
 * @returns enterprises written; 0 when the district already holds a demonstration.
 * @throws DistrictInUse when the district holds real enterprises.
 */
export async function loadDemo(database: Database, options: LoadDemoOptions): Promise<number> {
  return bulkTransaction(database, async (tx, client) => {
    // Two servers may start on the same empty database: the second waits, then finds the work done.
    await sql`select pg_advisory_xact_lock(hashtext(${`demo/${options.district}`}))`.execute(tx);
    const present = await tx
      .selectFrom('enterprise')
      .select((e) => ['demo', e.fn.countAll<number>().as('n')])
      .where('district', '=', options.district)
      .groupBy('demo')
      .execute();
    if (present.some((row) => !row.demo)) throw new DistrictInUse(options.district);
    if (present.length > 0) return 0;

    const units = await readUnits(tx);
    const enterprises = generateDistrict({
      ...options,
      subdistricts: places(units, options.district, 'subdistrict'),
      parks: places(units, options.district, 'park'),
    });
    const ids = await reserveIds(tx, enterprises.length);
    for (let from = 0; from < enterprises.length; from += BLOCK) {
      await writeBlock(
        tx,
        client,
        enterprises.slice(from, from + BLOCK),
        ids.slice(from, from + BLOCK),
        units,
        options,
      );
      options.progress?.(Math.min(1, (from + BLOCK) / enterprises.length));
    }
    return enterprises.length;
  });
}

/** Places draw firms by their order in the organisation tree: the first most. */
function places(units: Units, district: string, kind: 'subdistrict' | 'park'): DemoPlace[] {
  return [...units.values()]
    .filter((unit) => unit.district === district && unit.kind === kind)
    .map((unit, index) => ({ id: unit.id, name: unit.name.zh, weight: 1 / (index + 2) }));
}

async function reserveIds(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('enterprise', 'id'))::bigint as id from generate_series(1, ${count})`.execute(
    tx,
  );
  return rows.map((row) => Number(row.id));
}

async function writeBlock(
  tx: Tx,
  client: ClientBase,
  enterprises: readonly DemoEnterprise[],
  ids: readonly number[],
  units: Units,
  options: LoadDemoOptions,
): Promise<void> {
  const block = enterprises.map((enterprise, index) => ({ enterprise, id: ids[index]!, district: options.district }));
  const tables: Table[] = [
    enterpriseRows(block, units),
    qualificationRows(block),
    ipRows(block),
    financingRows(block),
    contactRows(block),
  ];
  for (const { table, columns, rows } of tables) await copyRows(client, table, columns, rows);
  const statements = block.flatMap(({ enterprise, id }) =>
    enterprise.statements.map(
      ({ source, year, facts }): NewStatement => ({
        enterpriseId: id,
        district: options.district,
        year: year === 0 ? null : year,
        source,
        statedAt: options.now,
        facts,
      }),
    ),
  );
  await recordManyStatements(tx, client, statements, { figuresYear: options.lastYear });
}
