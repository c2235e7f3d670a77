import type { Outputs } from '@forest/api';
import type { Text } from '@forest/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import { heldOn } from '../factsets/validity.ts';
import type { CodeStatus, EnterpriseState } from '../schema/enterprise-rows.ts';
import type { Industries } from '../vocabulary/industries.ts';

export type EnterpriseRow = Outputs['registry']['enterprises']['list']['rows'][number];

interface Stored {
  id: number;
  name: string;
  credit_code: string | null;
  code_status: CodeStatus;
  registered_on: string | null;
  subdistrict: Text | null;
  park: Text | null;
  carrier: Text | null;
  industry_code: string | null;
  revenue: string | null;
  rd: string | null;
  staff: string | null;
  qualifications: string[];
  state: EnterpriseState;
  open_reviews: number;
  demo: boolean;
  updated_at: Date;
}

export interface RowWorld {
  today: string;
  figuresYear: number;
  industries: Industries;
}

/** Rows of the list for these ids, in their order. */
export async function readRows(db: Db, ids: readonly number[], world: RowWorld): Promise<EnterpriseRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Stored>`
    select e.id, e.name, e.credit_code, e.code_status, e.registered_on, e.industry_code, e.state, e.demo, e.updated_at,
      subdistrict.name as subdistrict, park.name as park, carrier.name as carrier,
      -- Figures of another year than the last full one are not passed off as its figures.
      case when e.figures_year = ${world.figuresYear}::int then e.revenue end as revenue,
      case when e.figures_year = ${world.figuresYear}::int then e.rd end as rd,
      case when e.figures_year = ${world.figuresYear}::int then e.staff end as staff,
      array(select distinct q.kind from qualification q
        where q.enterprise_id = e.id and ${heldOn(world.today)} order by q.kind) as qualifications,
      (select count(*) from review_item r where r.enterprise_id = e.id and r.state = 'open') as open_reviews
    from unnest(${ids}::bigint[]) with ordinality as wanted (id, place)
    join enterprise e on e.id = wanted.id
    left join organisation_unit subdistrict on subdistrict.id = e.subdistrict_id
    left join organisation_unit park on park.id = e.park_id
    left join organisation_unit carrier on carrier.id = e.carrier_id
    order by wanted.place`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    creditCode: row.credit_code,
    codeStatus: row.code_status,
    registeredOn: row.registered_on,
    subdistrict: row.subdistrict,
    park: row.park,
    carrier: row.carrier,
    industryCode: row.industry_code,
    industryName: world.industries.nameOf(row.industry_code),
    revenue: numberOf(row.revenue),
    rd: numberOf(row.rd),
    staff: numberOf(row.staff),
    qualifications: row.qualifications,
    state: row.state,
    openReviews: row.open_reviews,
    demo: row.demo,
    updatedAt: row.updated_at,
  }));
}

export function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
