import type { Migration } from '../platform/database/index.ts';

const verdicts = `
create table census (
  id bigint generated always as identity primary key,
  district text not null,
  as_of date not null,
  content_hash text not null,
  rules jsonb not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  job_id text,
  started_by text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  stage smallint not null default 0,
  high_water bigint not null default 0,
  planned integer not null default 0,
  enterprises integer not null default 0,
  changed integer not null default 0,
  judging_ms double precision not null default 0,
  total_ms double precision not null default 0,
  -- Statements up to this id were there when it began; tells which facts changed between two censuses.
  statement_mark bigint not null default 0
);
-- Two censuses of one district at a time would write over each other.
create unique index census_one_at_a_time on census (district) where state = 'running';
create index census_by_district on census (district, id desc);

-- Ids compare byte by byte ("C"): a census inserts millions of index entries, and nobody sorts them for people.
create table verdict (
  enterprise_id bigint not null,
  rule text collate "C" not null,
  since date not null,
  until date,
  district text collate "C" not null,
  version text collate "C" not null,
  verdict text collate "C" not null check (verdict in ('met', 'not_met', 'unknown')),
  met_mask integer not null,
  not_mask integer not null,
  score_min smallint,
  score_max smallint,
  short smallint not null,
  unsure smallint not null,
  effort real,
  census_id bigint not null,
  primary key (enterprise_id, rule, since),
  check (until is null or until > since)
);
-- Lists and totals of one rule. The verdict is only carried along: sorted by it, every rule would be inserted in three
-- places, and the pages would stay half empty.
create index verdict_current on verdict (rule, district, enterprise_id) include (verdict) where until is null;
-- One step short, nearest first.
create index verdict_near on verdict (rule, district, effort, enterprise_id)
  where until is null and verdict = 'not_met' and short = 1 and unsure = 0;
-- Who entered and who left between two dates.
create index verdict_entered on verdict (district, since, rule) where verdict = 'met';
create index verdict_left on verdict (district, until, rule) where verdict = 'met' and until is not null;

create table judged (
  enterprise_id bigint primary key,
  district text not null,
  facts_at timestamptz not null,
  fingerprint bigint not null,
  census_id bigint not null
);
create index judged_by_district on judged (district, enterprise_id);
`;

export const migrations: readonly Migration[] = [{ id: '0001-verdicts', up: verdicts }];
