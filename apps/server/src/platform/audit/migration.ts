import type { Migration } from '../database/index.ts';

/**
 * Sealing happens in a deferred trigger, at commit: the chain's row is locked only for the commit itself, however long
 * the transaction worked before. All events of a transaction are sealed by the first trigger call, chain by chain in
 * one order, so two transactions can never wait for each other crosswise.
 */
export const auditMigration: Migration = {
  id: '0001-audit',
  up: `
create table audit_chain (chain text primary key, seq bigint not null, hash text not null);

create table audit_event (
  id bigint generated always as identity primary key,
  chain text not null,
  seq bigint,
  at timestamptz not null,
  actor text,
  role text,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  prev_hash text,
  hash text,
  unique (chain, seq)
);
create index audit_event_newest on audit_event (chain, at desc);
create index audit_event_by_subject on audit_event (subject_kind, subject_id, id desc);
create index audit_event_by_actor on audit_event (actor, id desc);
create index audit_event_unsealed on audit_event (id) where hash is null;

create function audit_text(e audit_event) returns text language sql stable as $$
  select jsonb_build_array(
    e.chain, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    e.actor, e.role, e.action, e.subject_kind, e.subject_id, e.detail)::text
$$;

create function audit_seal() returns trigger language plpgsql as $$
declare
  event audit_event;
  head audit_chain;
begin
  for event in select * from audit_event where hash is null order by chain, id loop
    if head.chain is distinct from event.chain then
      if head.chain is not null then
        update audit_chain set seq = head.seq, hash = head.hash where chain = head.chain;
      end if;
      insert into audit_chain values (event.chain, 0, '') on conflict (chain) do nothing;
      select * into head from audit_chain where chain = event.chain for update;
    end if;
    event.seq := head.seq + 1;
    event.prev_hash := head.hash;
    event.hash := encode(sha256(convert_to(head.hash || chr(10) || audit_text(event), 'UTF8')), 'hex');
    update audit_event set seq = event.seq, prev_hash = event.prev_hash, hash = event.hash where id = event.id;
    head.seq := event.seq;
    head.hash := event.hash;
  end loop;
  if head.chain is not null then
    update audit_chain set seq = head.seq, hash = head.hash where chain = head.chain;
  end if;
  return null;
end $$;
create constraint trigger audit_seal after insert on audit_event
  deferrable initially deferred for each row execute function audit_seal();

create function audit_keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' or old.hash is not null then
    raise exception 'audit events cannot be changed or removed';
  end if;
  return new;
end $$;
create trigger audit_keep_rows before update or delete on audit_event for each row execute function audit_keep();
create trigger audit_keep_table before truncate on audit_event for each statement execute function audit_keep();
`,
};
