import type { Text, UnitKind } from '@forest/domain';
import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Decimal, Json, JsonWithDefault, Moment, Optional } from './column-types.ts';

export type EnterpriseState = 'active' | 'left' | 'cancelled' | 'merged';
export type CodeStatus = 'valid' | 'old' | 'check_fails' | 'malformed' | 'absent';

export interface OrganisationUnitTable {
  id: string;
  /** null above the districts. */
  district: string | null;
  parent_id: string | null;
  kind: UnitKind;
  name: Json<Text>;
  /** `/jianye/xincheng/`: own id and all ids above. */
  path: string;
  position: Generated<number>;
}

export interface EnterpriseTable {
  id: Generated<number>;
  district: string;
  name: string;
  /** Name without brackets' width, blanks and case; equal keys are the same name. */
  name_key: string;
  credit_code: Optional<string>;
  code_status: Generated<CodeStatus>;
  registered_on: Optional<string>;
  address: Optional<string>;
  address_key: Optional<string>;
  business_scope: Optional<string>;
  subdistrict_id: Optional<string>;
  park_id: Optional<string>;
  carrier_id: Optional<string>;
  /** Paths of every unit it stands in and of all units above. */
  unit_paths: string[];
  industry_code: Optional<string>;
  state: Generated<EnterpriseState>;
  merged_into: Optional<number>;
  demo: Generated<boolean>;
  /** What a person confirmed against a warning: `{creditCode: "…"}`. */
  confirmed: JsonWithDefault<Record<string, string>>;
  search_text: string;
  /** Year that `revenue`, `rd` (万元) and `staff` are of. */
  figures_year: Optional<number>;
  revenue: Decimal;
  rd: Decimal;
  staff: Decimal;
  created_at: CreatedAt;
  updated_at: CreatedAt;
}

export interface EnterpriseNameTable {
  enterprise_id: number;
  id: Generated<number>;
  district: string;
  name: string;
  from_date: Optional<string>;
  to_date: Optional<string>;
  merge_id: Optional<number>;
}

export interface EnterpriseMergeTable {
  keep_id: number;
  id: Generated<number>;
  absorb_id: number;
  district: string;
  reason: string;
  /** Identity columns of the kept enterprise that the merge changed. */
  filled: Json<Record<string, { from: string | null; to: string | null }>>;
  absorbed_state: EnterpriseState;
  merged_by: string | null;
  merged_at: CreatedAt;
  undone_by: Optional<string>;
  undone_at: Moment;
}

export interface DuplicatePairTable {
  left_id: number;
  right_id: number;
  district: string;
  score: number;
  reasons: Json<Text[]>;
  state: ColumnType<
    'open' | 'dismissed' | 'merged',
    'open' | 'dismissed' | 'merged' | undefined,
    'open' | 'dismissed' | 'merged'
  >;
  settled_by: Optional<string>;
  settled_at: Moment;
  found_at: CreatedAt;
}

export interface EnterpriseTables {
  organisation_unit: OrganisationUnitTable;
  enterprise: EnterpriseTable;
  enterprise_name: EnterpriseNameTable;
  enterprise_merge: EnterpriseMergeTable;
  duplicate_pair: DuplicatePairTable;
}
