import type { Facts, LedgerRow } from '@forest/intake';
import type { ClientBase } from 'pg';
import { type CopyValue, copyRows } from '../../../platform/database/index.ts';
import { identityColumns } from '../../enterprise/identity.ts';
import type { UnitIds } from './places.ts';
import type { ImportSetting } from './setting.ts';
import { factsByYear } from './statements.ts';

/** An enterprise that a row brings into the register. */
export interface Newcomer {
  id: number;
  row: LedgerRow;
  units: UnitIds;
}

const enterpriseColumns = [
  'id',
  'district',
  'name',
  'name_key',
  'credit_code',
  'code_status',
  'address',
  'address_key',
  'subdistrict_id',
  'park_id',
  'carrier_id',
  'unit_paths',
  'search_text',
  'business_scope',
  'registered_on',
  'industry_code',
  'figures_year',
  'revenue',
  'rd',
  'staff',
] as const;

/**
 * Writes enterprises that did not exist a moment ago, with the facts of the one row that brought them. Nobody has said
 * anything about them before, so what the row says is what holds: statements, snapshots and the figures of the lists are
 * written as they are, where `recordManyStatements` would have to compare and resolve. A test holds the two to the same.
 */
export async function writeNewcomers(
  client: ClientBase,
  newcomers: readonly Newcomer[],
  setting: ImportSetting,
): Promise<void> {
  if (newcomers.length === 0) return;
  const facts = newcomers.map(({ row }) => factsByYear(row));
  await copyRows(client, 'enterprise', enterpriseColumns, enterprises(newcomers, facts, setting));
  await copyRows(
    client,
    'statement',
    ['enterprise_id', 'district', 'year', 'source', 'stated_at', 'import_id', 'row_no', 'by_user', 'facts'],
    statements(newcomers, facts, setting),
  );
  await copyRows(
    client,
    'snapshot',
    ['enterprise_id', 'year', 'district', 'facts'],
    snapshots(newcomers, facts, setting.district),
  );
}

function* enterprises(
  newcomers: readonly Newcomer[],
  facts: readonly { year: number; facts: Facts }[][],
  { district, units, figuresYear }: ImportSetting,
): Generator<CopyValue[]> {
  for (const [at, { id, row, units: unitIds }] of newcomers.entries()) {
    const { creditCode, address, formerName } = row;
    const identity = { district, name: row.name ?? '', creditCode, address, ...unitIds };
    const columns = identityColumns(identity, units, formerName === null ? [] : [formerName]);
    const figures = facts[at]!.find((entry) => entry.year === figuresYear)?.facts;
    const standing = facts[at]!.find((entry) => entry.year === 0)?.facts;
    const all: Record<(typeof enterpriseColumns)[number], CopyValue> = {
      ...columns,
      id,
      business_scope: row.businessScope,
      registered_on: row.registeredOn,
      industry_code: text(standing?.industryCode),
      figures_year: facts[at]!.length > 0 ? figuresYear : null,
      revenue: number(figures?.revenue),
      rd: number(figures?.rd),
      staff: number(figures?.staff),
    };
    yield enterpriseColumns.map((column) => all[column]);
  }
}

function* statements(
  newcomers: readonly Newcomer[],
  facts: readonly { year: number; facts: Facts }[][],
  { district, source, statedAt, importId, startedBy }: ImportSetting,
): Generator<CopyValue[]> {
  const at = statedAt.toISOString();
  for (const [index, { id, row }] of newcomers.entries())
    for (const said of facts[index]!)
      yield [id, district, said.year, source, at, importId, row.rowNo, startedBy, said.facts];
}

function* snapshots(
  newcomers: readonly Newcomer[],
  facts: readonly { year: number; facts: Facts }[][],
  district: string,
): Generator<CopyValue[]> {
  for (const [index, { id }] of newcomers.entries())
    for (const said of facts[index]!) yield [id, said.year, district, said.facts];
}

function number(value: Facts[string] | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function text(value: Facts[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
