import type { DemoEnterprise } from '@forest/demo';
import type { CopyValue } from '../../platform/database/index.ts';
import { identityColumns } from '../enterprise/identity.ts';
import type { Units } from '../organisation/units.ts';

/** Rows for one COPY. */
export interface Table {
  table: string;
  columns: readonly string[];
  rows: CopyValue[][];
}

export interface Placed {
  enterprise: DemoEnterprise;
  id: number;
  district: string;
}

export function enterpriseRows(block: readonly Placed[], units: Units): Table {
  const records = block.map(({ enterprise, id, district }) => ({
    id,
    ...identityColumns({ ...enterprise, district, carrierId: null }, units),
    registered_on: enterprise.registeredOn,
    industry_code: enterprise.industryCode,
    demo: true,
  }));
  const columns = Object.keys(records[0] ?? {}) as (keyof (typeof records)[number])[];
  return { table: 'enterprise', columns, rows: records.map((record) => columns.map((column) => record[column])) };
}

export function qualificationRows(block: readonly Placed[]): Table {
  return {
    table: 'qualification',
    columns: ['enterprise_id', 'district', 'kind', 'certificate_no', 'issued_on', 'expires_on', 'year', 'source'],
    rows: block.flatMap(({ enterprise, id, district }) =>
      enterprise.honours.map((honour) => [
        id,
        district,
        honour.kind,
        honour.certificateNo,
        honour.issuedOn,
        honour.expiresOn,
        honour.year,
        'demo',
      ]),
    ),
  };
}

export function ipRows(block: readonly Placed[]): Table {
  return {
    table: 'ip_item',
    columns: [
      'enterprise_id',
      'district',
      'class',
      'kind',
      'number',
      'title',
      'status',
      'applied_on',
      'granted_on',
      'ended_on',
      'acquired',
      'linked_main_product',
      'in_use',
      'source',
    ],
    rows: block.flatMap(({ enterprise, id, district }) =>
      enterprise.ip.map((item) => [
        id,
        district,
        item.class,
        item.kind,
        item.number,
        item.title,
        item.status,
        item.appliedOn,
        item.grantedOn,
        item.endedOn,
        item.acquired,
        true,
        item.status === 'granted',
        'demo',
      ]),
    ),
  };
}

export function financingRows(block: readonly Placed[]): Table {
  return {
    table: 'financing_round',
    columns: ['enterprise_id', 'district', 'round', 'closed_on', 'equity', 'amount', 'valuation_usd', 'source'],
    rows: block.flatMap(({ enterprise, id, district }) =>
      enterprise.financing.map((round) => [
        id,
        district,
        round.round,
        round.on,
        true,
        round.amount,
        round.valuationUsd,
        'demo',
      ]),
    ),
  };
}

/** One contact each, so that masking can be seen; a subscriber number never begins with 0, so nobody is called. */
export function contactRows(block: readonly Placed[]): Table {
  return {
    table: 'contact',
    columns: ['enterprise_id', 'district', 'role', 'name', 'phone', 'email'],
    rows: block.map(({ id, district }) => [
      id,
      district,
      '企业联系人',
      '演示联系人',
      `025-0${String(id % 10_000_000).padStart(7, '0')}`,
      null,
    ]),
  };
}
