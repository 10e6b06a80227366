-- Sessions: a sign-in begins a family of refresh tokens, of which each is used once.

create table identity.session_family (
  id uuid primary key,
  person_id uuid not null references identity.person,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  ended_at timestamptz,
  ended_by text check (ended_by in ('logout', 'logout-everywhere', 'reuse', 'disabled')),
  check ((ended_at is null) = (ended_by is null))
);
create index session_family_person on identity.session_family (person_id);
create index session_family_expires_at on identity.session_family (expires_at);
create index session_family_ended on identity.session_family (ended_at) where ended_at is not null;

create table identity.refresh_token (
  hash bytea primary key check (length(hash) = 32),
  family_id uuid not null references identity.session_family on delete cascade,
  created_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_family on identity.refresh_token (family_id);

grant select, insert, update, delete on identity.session_family to ${roles}identity;
grant select, insert, update on identity.refresh_token to ${roles}identity;

create or replace view identity.published_due as
  select 'identity.relay-outbox' as job, count(*) as count
  from identity.outbox where posted_at is null and next_attempt_at <= now()
  union all
  select 'identity.forget-answers', count(*) from identity.idempotency where created_at < now() - interval '24 hours'
  union all
  select 'identity.forget-events', count(*) from identity.outbox where posted_at < now() - interval '30 days'
  union all
  select 'identity.forget-sessions', count(*)
  from identity.session_family where expires_at <= now() or ended_at is not null;

insert into operations.job (name, room, every, next_due) values
  ('identity.forget-sessions', 'identity', interval '1 hour', now());
