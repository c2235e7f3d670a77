import type { Text } from '@forest/domain';
import type { ColumnType, Generated } from 'kysely';
import type { CreatedAt, Decimal, Json, JsonWithDefault, Moment, Optional } from './column-types.ts';

interface MergeMarks {
  merge_id: Optional<number>;
  copied_from: Optional<number>;
}

interface Origin {
  source: string;
  import_id: Optional<number>;
  row_no: Optional<number>;
}

export interface QualificationTable extends MergeMarks, Origin {
  enterprise_id: number;
  id: Generated<number>;
  district: string;
  kind: string;
  level: Optional<string>;
  certificate_no: Optional<string>;
  issued_on: Optional<string>;
  /** 有效期至: the last day on which it is valid; null = no end known. */
  expires_on: Optional<string>;
  revoked_on: Optional<string>;
  revoke_reason: Optional<string>;
  batch: Optional<string>;
  year: Optional<number>;
  by_user: Optional<string>;
  created_at: CreatedAt;
}

/** Kinds: invention, utilityModel, design, software, icLayout, plantVariety, newDrug, tcmProtection, trademark … */
export interface IpItemTable extends MergeMarks, Origin {
  enterprise_id: number;
  id: Generated<number>;
  district: string;
  class: Optional<'I' | 'II'>;
  kind: string;
  number: Optional<string>;
  title: string;
  /** pending, granted, lapsed, invalid, transferred … */
  status: string;
  applied_on: Optional<string>;
  granted_on: Optional<string>;
  /** Day from which the right no longer stands. */
  ended_on: Optional<string>;
  acquired: ColumnType<Acquired, Acquired | undefined, Acquired>;
  linked_main_product: Optional<boolean>;
  high_value: Optional<boolean>;
  in_use: Optional<boolean>;
  overseas_family: Optional<boolean>;
}

export type Acquired = 'own' | 'bought' | 'licensed' | 'unknown';

export interface FinancingRoundTable extends MergeMarks, Origin {
  enterprise_id: number;
  id: Generated<number>;
  district: string;
  round: string;
  closed_on: Optional<string>;
  equity: Generated<boolean>;
  /** 万元 */
  amount: Decimal;
  /** 万美元 */
  valuation_usd: Decimal;
  /** 万元 */
  valuation: Decimal;
  investors: Optional<string>;
}

export interface ContactTable extends MergeMarks {
  enterprise_id: number;
  id: Generated<number>;
  district: string;
  role: string;
  name: string;
  phone: Optional<string>;
  email: Optional<string>;
}

export type ReviewKind = 'address_code_mismatch' | 'credit_code' | 'duplicate' | 'name_change' | 'implausible';

export interface ReviewItemTable {
  enterprise_id: number;
  id: Generated<number>;
  district: string;
  kind: ReviewKind;
  /** What it is about when one kind can be open twice, e.g. `revenue/2024`; empty otherwise. */
  about: Generated<string>;
  message: Json<Text>;
  detail: JsonWithDefault<Record<string, unknown>>;
  state: Generated<'open' | 'confirmed' | 'corrected'>;
  created_at: CreatedAt;
  settled_by: Optional<string>;
  settled_at: Moment;
  note: Optional<string>;
}

export interface SavedViewTable {
  id: Generated<number>;
  user_id: string;
  page: string;
  name: string;
  query: string;
  created_at: CreatedAt;
}

export interface DossierTables {
  qualification: QualificationTable;
  ip_item: IpItemTable;
  financing_round: FinancingRoundTable;
  contact: ContactTable;
  review_item: ReviewItemTable;
  saved_view: SavedViewTable;
}
