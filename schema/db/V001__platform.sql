-- The house: one schema and one role a room, and what all rooms append to.
-- A role is made without LOGIN; the operator adds LOGIN and a password.

do $$
declare
  room text;
begin
  foreach room in array array['identity', 'access', 'spend', 'alerts', 'operations'] loop
    if not exists (select from pg_roles where rolname = '${roles}' || room) then
      execute format('create role %I nologin', '${roles}' || room);
    end if;
  end loop;
  execute format('revoke all on database %I from public', current_database());
end
$$;

revoke all on schema public from public;
alter default privileges revoke execute on functions from public;

create schema platform;

create function platform.caller_room() returns text
  language sql stable
  return substr(current_user, length('${roles}') + 1);

create table platform.audit (
  id uuid primary key,
  room text not null,
  at timestamptz not null,
  actor uuid,
  action text not null check (action ~ '^[a-z]+\.[a-z_]+$'),
  object text not null,
  detail jsonb not null default '{}'
);
create index audit_at on platform.audit (at desc, id desc);

create function platform.stamp_room() returns trigger
  language plpgsql
as $$
begin
  -- a restore runs as the owner and keeps what it restores
  if current_user like '${roles}%' then
    new.room := platform.caller_room();
  end if;
  return new;
end
$$;

create trigger audit_room before insert on platform.audit
  for each row execute function platform.stamp_room();

-- One row an instance, and one for the fleet (instance ''), which holds the episode.
create table platform.integration_health (
  integration text not null check (integration ~ '^[a-z]+$'),
  instance text not null,
  room text not null,
  state text not null check (state in ('closed', 'open', 'probing')),
  changed_at timestamptz not null,
  seen_at timestamptz not null,
  open_until timestamptz,
  episode uuid,
  cause text,
  primary key (integration, instance),
  check ((state = 'closed') = (open_until is null))
);

create trigger integration_health_room before insert or update on platform.integration_health
  for each row execute function platform.stamp_room();

-- A fixed number of buckets, each reused for the next window: a flood of callers cannot make it grow.
-- Losing it in a crash only forgives a minute's calls.
create unlogged table platform.rate_limit (
  bucket integer primary key check (bucket between 0 and 262143),
  window_start timestamptz not null,
  used integer not null check (used > 0)
);

do $$
declare
  room text;
  role text;
  reader text;
begin
  foreach room in array array['identity', 'access', 'spend', 'alerts', 'operations'] loop
    role := '${roles}' || room;
    execute format('create schema %I', room);
    execute format('grant connect on database %I to %I', current_database(), role);
    execute format('grant usage on schema platform, %I to %I', room, role);
    execute format('grant insert on platform.audit to %I', role);
    execute format('grant select, insert, update, delete on platform.integration_health to %I', role);
    execute format('grant select, insert, update on platform.rate_limit to %I', role);
    execute format('grant execute on function platform.caller_room(), platform.stamp_room() to %I', role);

    execute format($table$
      create table %I.outbox (
        id uuid primary key,
        type text not null check (type ~ '^io\.litemaas\.[a-z]+\.[a-z-]+\.v[1-9][0-9]*$'),
        subject text not null,
        job text,
        data jsonb not null,
        created_at timestamptz not null,
        attempt integer not null default 0,
        next_attempt_at timestamptz not null,
        posted_at timestamptz
      )$table$, room);
    execute format('create index outbox_waiting on %I.outbox (next_attempt_at) where posted_at is null', room);
    execute format('grant select, insert, delete, update (attempt, next_attempt_at, posted_at) on %I.outbox to %I', room, role);

    execute format($table$
      create table %I.inbox (
        event_id uuid not null,
        handler text not null,
        claimed_at timestamptz not null,
        primary key (event_id, handler)
      )$table$, room);
    execute format('grant select, insert, delete on %I.inbox to %I', room, role);

    execute format($table$
      create table %I.idempotency (
        user_id uuid not null,
        operation text not null,
        key_hash bytea not null check (length(key_hash) = 32),
        body_hash bytea not null check (length(body_hash) = 32),
        attempt integer not null check (attempt > 0),
        lease_until timestamptz,
        status integer check (status between 200 and 499),
        answer jsonb,
        ref uuid,
        created_at timestamptz not null,
        primary key (user_id, operation, key_hash),
        check ((status is null) = (answer is null))
      )$table$, room);
    execute format('create index idempotency_created_at on %I.idempotency (created_at)', room);
    execute format('grant select, insert, update, delete on %I.idempotency to %I', room, role);

    execute format($table$
      create table %I.job_lease (
        job text primary key,
        fence bigint not null,
        lease_until timestamptz not null
      )$table$, room);
    execute format('grant select, insert, update on %I.job_lease to %I', room, role);

    execute format('create view %I.published_event as select id, type, subject, job from %I.outbox', room, room);
    foreach reader in array array['identity', 'access', 'spend', 'alerts', 'operations'] loop
      execute format('grant usage on schema %I to %I', room, '${roles}' || reader);
      execute format('grant select on %I.published_event to %I', room, '${roles}' || reader);
    end loop;
  end loop;
end
$$;

grant select on platform.audit to ${roles}operations;
