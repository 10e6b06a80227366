-- Who may call what: models, subscriptions, keys with their credentials, and how LiteLLM is made to agree.

create table access.user_sync (
  user_id uuid primary key,
  state text not null check (state in ('pending', 'synced', 'failed')),
  attempt integer not null default 0,
  next_attempt_at timestamptz not null,
  changed_at timestamptz not null,
  cause text,
  check ((state = 'failed') = (cause is not null))
);
create index user_sync_waiting on access.user_sync (next_attempt_at) where state <> 'synced';

create table access.model (
  name text primary key,
  mode text not null,
  provider text,
  description text,
  input_cost_per_token numeric check (input_cost_per_token >= 0),
  output_cost_per_token numeric check (output_cost_per_token >= 0),
  max_input_tokens bigint,
  max_output_tokens bigint,
  supports_vision boolean not null,
  supports_function_calling boolean not null,
  deployments integer not null check (deployments > 0),
  restricted boolean not null default false,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  gone_at timestamptz,
  version integer not null default 1
);

create table access.subscription (
  id uuid primary key,
  owner_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  state text not null check (state in ('pending', 'active', 'rejected', 'cancelled')),
  rpm_limit integer check (rpm_limit > 0),
  tpm_limit integer check (tpm_limit > 0),
  expires_at timestamptz,
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  ended_at timestamptz,
  version integer not null default 1,
  unique (id, owner_id),
  check (state <> 'rejected' or (decided_at is not null and decided_by is not null)),
  check ((state in ('rejected', 'cancelled')) = (ended_at is not null))
);
create index subscription_owner on access.subscription (owner_id, id);
create index subscription_pending on access.subscription (id) where state = 'pending';

create table access.subscription_model (
  subscription_id uuid not null references access.subscription,
  model text not null references access.model,
  primary key (subscription_id, model)
);

-- The check is what holds the count, whoever comes at once.
create table access.key_quota (
  user_id uuid primary key,
  used integer not null check (used >= 0),
  max integer not null,
  check (used <= max)
);

create table access.key (
  id uuid primary key,
  owner_id uuid not null,
  subscription_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  rpm_limit integer check (rpm_limit > 0),
  tpm_limit integer check (tpm_limit > 0),
  expires_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  foreign key (subscription_id, owner_id) references access.subscription (id, owner_id)
);
create index key_owner on access.key (owner_id, id);
create index key_subscription on access.key (subscription_id);

-- An empty list would mean every model in LiteLLM, so a key has at least one; the saga inserts both in one transaction.
create table access.key_model (
  key_id uuid not null references access.key,
  model text not null references access.model,
  primary key (key_id, model)
);

-- The hash is kept for ever: the reconcile compares LiteLLM's list with all of them. The value is derived from the
-- pepper and the nonce, and stored nowhere.
create table access.credential (
  id uuid primary key,
  key_id uuid not null references access.key,
  hash bytea not null unique check (length(hash) = 32),
  nonce bytea check (length(nonce) = 32),
  pepper_id text not null,
  state text not null check (state in ('pending', 'active', 'failed', 'revoked', 'expired', 'lost')),
  attempt integer not null check (attempt > 0),
  lease_until timestamptz,
  created_at timestamptz not null,
  activated_at timestamptz,
  ended_at timestamptz,
  check ((state in ('failed', 'revoked', 'expired', 'lost')) = (ended_at is not null)),
  check (ended_at is null or nonce is null),
  check (state <> 'active' or activated_at is not null)
);
create index credential_key on access.credential (key_id);
create unique index credential_one_pending on access.credential (key_id) where state = 'pending';

create table access.key_block (
  key_id uuid not null references access.key,
  reason text not null check (reason in ('admin', 'owner', 'leak')),
  blocked_by uuid not null,
  blocked_at timestamptz not null,
  note text,
  primary key (key_id, reason)
);

-- What LiteLLM may not agree with yet. A row is a hash to look at; the desired state is computed, never queued.
create table access.convergence (
  hash bytea primary key check (length(hash) = 32),
  due_at timestamptz not null,
  attempt integer not null default 0,
  generation bigint not null default 1,
  -- how often a hash that must be gone is looked for again: a late generate makes a deleted key work again
  looks_left integer not null default 0 check (looks_left >= 0),
  cause text
);
create index convergence_due on access.convergence (due_at);

create table access.sync_run (
  id uuid primary key,
  kind text not null check (kind in ('models', 'keys')),
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'braked', 'failed')),
  seen integer,
  changed integer,
  cause text,
  check ((ended_at is null) = (outcome is null))
);
create index sync_run_kind on access.sync_run (kind, started_at desc);

create table access.conflict (
  id uuid primary key,
  kind text not null check (kind in ('unknown_key', 'shrunken_listing')),
  object text not null,
  detail jsonb not null,
  found_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  resolution text
);
create unique index conflict_open on access.conflict (kind, object) where resolved_at is null;

create view access.published_user_sync as
  select user_id, state, changed_at from access.user_sync;

create view access.published_subscription as
  select id as subscription_id, owner_id, name, state from access.subscription;

create view access.published_key as
  select id as key_id, owner_id, subscription_id, name, ended_at is not null as ended from access.key;

create view access.published_credential as
  select c.hash, c.key_id, k.owner_id, k.subscription_id, k.name as key_name, s.name as subscription_name
  from access.credential c
  join access.key k on k.id = c.key_id
  join access.subscription s on s.id = k.subscription_id;

grant select, insert, update on
  access.user_sync, access.model, access.subscription, access.key_quota, access.key, access.credential,
  access.sync_run, access.conflict
  to ${roles}access;
grant select, insert on access.subscription_model, access.key_model to ${roles}access;
grant select, insert, update, delete on access.key_block, access.convergence to ${roles}access;
grant select on access.published_user_sync to ${roles}identity;
grant select on access.published_subscription, access.published_key, access.published_credential to ${roles}spend;
grant select on access.published_key to ${roles}alerts;

insert into operations.job (name, room, every, next_due) values
  ('access.converge-users', 'access', interval '10 seconds', now()),
  ('access.sync-models', 'access', interval '10 minutes', now()),
  ('access.converge-keys', 'access', interval '10 seconds', now()),
  ('access.end-keys', 'access', interval '1 minute', now()),
  ('access.reconcile-keys', 'access', interval '5 minutes', now());

create or replace view access.published_due as
  select 'access.relay-outbox' as job, count(*) as count from access.outbox where posted_at is null and next_attempt_at <= now()
  union all
  select 'access.forget-answers', count(*) from access.idempotency where created_at < now() - interval '24 hours'
  union all
  select 'access.forget-events', count(*) from access.outbox where posted_at < now() - interval '30 days'
  union all
  select 'access.converge-users', count(*) from access.user_sync where state <> 'synced' and next_attempt_at <= now()
  union all
  select 'access.converge-keys', count(*) from access.convergence where due_at <= now()
  union all
  select 'access.end-keys', count(*) from access.credential c join access.key k on k.id = c.key_id
    where (c.state = 'active' and k.expires_at <= now())
       or (c.state = 'pending' and c.created_at < now() - interval '1 hour')
  union all
  select 'access.sync-models', 1
  union all
  select 'access.reconcile-keys', case when exists (select from access.credential) then 1 else 0 end;
