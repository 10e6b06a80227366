-- Money: what was spent, by whom, and what may be. Facts are insert-only but for the marks of how they were seen.

-- Who a request is booked to, with the names as of then. The id is a digest of the other columns, so that a row is
-- never looked up and never changes. An unknown key is a row with its hash only; no key at all, one with nothing.
create table spend.attribution (
  id uuid primary key,
  owner_id uuid,
  subscription_id uuid,
  key_id uuid,
  owner_name text,
  subscription_name text,
  key_name text,
  unknown_hash bytea check (length(unknown_hash) = 32),
  check (num_nulls(owner_id, subscription_id, key_id, subscription_name, key_name) in (0, 5)),
  check (key_id is null or unknown_hash is null)
);
create index attribution_owner on spend.attribution (owner_id);
create index attribution_subscription on spend.attribution (subscription_id);
create index attribution_key on spend.attribution (key_id);

-- One row a request. The day is the UTC day of the start rounded to milliseconds, the identity a digest of what the
-- pushed and the pulled form of a request have in common.
create table spend.fact (
  day date not null,
  identity uuid not null,
  attribution_id uuid not null,
  started_at timestamptz not null,
  cost numeric not null check (cost >= 0),
  prompt_tokens bigint not null check (prompt_tokens >= 0),
  completion_tokens bigint not null check (completion_tokens >= 0),
  successful boolean not null,
  pushed boolean not null,
  pulled boolean not null,
  model text not null,
  primary key (day, identity),
  check (pushed or pulled),
  check (day = (started_at at time zone 'UTC')::date)
) partition by range (day);
create index fact_not_pulled on spend.fact (day) where not pulled;

-- Only the owner can make partitions. "partition of" would wait for each open writer, this does not.
create function spend.make_month(any_day date) returns void
  language plpgsql
  security definer
  set search_path = ''
as $$
declare
  first date := pg_catalog.date_trunc('month', any_day::timestamp)::date;
  name text := 'fact_' || pg_catalog.to_char(first, 'YYYY_MM');
begin
  if any_day not between date '2020-01-01' and date '2099-12-31' then
    raise exception 'no such month in the ledger';
  end if;
  if pg_catalog.to_regclass('spend.' || name) is not null then
    return;
  end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('spend.make_month'));
  -- looked up in a new snapshot: to_regclass may still remember that there was none
  if not exists (
    select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'spend' and c.relname = name
  ) then
    execute pg_catalog.format('create table spend.%I (like spend.fact including all)', name);
    execute pg_catalog.format('alter table spend.fact attach partition spend.%I for values from (%L) to (%L)',
      name, first, (first + interval '1 month')::date);
  end if;
end
$$;

-- Quarters of an hour, so that the days of every time zone add up from them.
create table spend.rollup (
  bucket timestamptz not null check (bucket = date_bin('15 minutes', bucket, '2000-01-01 00:00Z')),
  attribution_id uuid not null references spend.attribution,
  model text not null,
  requests bigint not null,
  failed_requests bigint not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null,
  cost numeric not null,
  primary key (bucket, attribution_id, model)
);
create index rollup_attribution on spend.rollup (attribution_id, bucket);

-- Another cost or other tokens than those booked, seen for the same request.
create table spend.discrepancy (
  day date not null,
  identity uuid not null,
  source text not null check (source in ('push', 'pull')),
  cost numeric not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null,
  booked_cost numeric not null,
  booked_prompt_tokens bigint not null,
  booked_completion_tokens bigint not null,
  found_at timestamptz not null,
  primary key (day, identity, source, cost, prompt_tokens, completion_tokens)
);

-- What corrects a fact: differences, added to the roll-ups when they are read.
create table spend.ledger_adjustment (
  id bigint generated always as identity primary key,
  day date not null,
  identity uuid not null,
  bucket timestamptz not null,
  attribution_id uuid not null references spend.attribution,
  model text not null,
  cost numeric not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null,
  made_at timestamptz not null
);
create index ledger_adjustment_fact on spend.ledger_adjustment (day, identity);
create index ledger_adjustment_attribution on spend.ledger_adjustment (attribution_id, bucket);
create index ledger_adjustment_bucket on spend.ledger_adjustment (bucket);

create view spend.ledger_entry as
  select bucket, attribution_id, model, requests, failed_requests, prompt_tokens, completion_tokens, cost
  from spend.rollup
  union all
  select bucket, attribution_id, model, 0, 0, prompt_tokens, completion_tokens, cost
  from spend.ledger_adjustment;

-- Rows that could not be booked; the digest keeps one that comes again from being a second.
create table spend.quarantine (
  digest bytea primary key check (length(digest) = 32),
  source text not null check (source in ('push', 'pull')),
  reason text not null,
  call_id text,
  request_id text,
  key_hash text,
  started_at timestamptz,
  cost numeric,
  received_at timestamptz not null
);
create index quarantine_received on spend.quarantine (received_at);

-- Calls that LiteLLM rejected, of keys that nobody knows: anybody can make any number of them.
create table spend.rejected_call (
  day date not null,
  source text not null check (source in ('push', 'pull')),
  calls bigint not null,
  primary key (day, source)
);

-- How far the pull has come, and until when the ledger was found complete. One row.
create table spend.ledger_progress (
  one boolean primary key default true check (one),
  pulled_until timestamptz,
  -- how far a window has come that did not fit into one go
  reached timestamptz,
  complete_until timestamptz
);
insert into spend.ledger_progress default values;

-- The last comparison of a UTC day with LiteLLM's own totals, which were read before and after the pull.
create table spend.day_check (
  day date primary key,
  ours numeric not null,
  theirs_before numeric not null,
  theirs_after numeric not null,
  tolerance numeric not null,
  drift numeric not null,
  checked_at timestamptz not null
);

create table spend.budget (
  id uuid primary key,
  scope text not null check (scope in ('user', 'subscription', 'key')),
  scope_id uuid not null,
  owner_id uuid not null,
  amount numeric not null check (amount >= 0),
  currency text not null check (currency = 'USD'),
  period text not null check (period in ('day', 'week', 'month', 'total')),
  time_zone text not null,
  thresholds integer[] not null check (array_length(thresholds, 1) between 1 and 10),
  mode text not null check (mode in ('observe', 'block')),
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  -- what the last sweep found
  period_start timestamptz not null,
  period_end timestamptz,
  spent numeric not null,
  blocking boolean not null default false,
  swept_at timestamptz not null,
  check (not blocking or (mode = 'block' and removed_at is null)),
  check ((period = 'total') = (period_end is null))
);
create unique index budget_live on spend.budget (scope, scope_id, period) where removed_at is null;
create index budget_owner on spend.budget (owner_id, id);
create index budget_scope on spend.budget (scope_id) where removed_at is null;
create index budget_period_end on spend.budget (period_end) where removed_at is null;

-- Which budgets a booking touched. Rows are only added, so that bookings do not wait for each other.
create table spend.dirty_budget (
  id bigint generated always as identity primary key,
  budget_id uuid not null references spend.budget
);
create index dirty_budget_budget on spend.dirty_budget (budget_id);

create table spend.budget_crossing (
  id uuid primary key,
  budget_id uuid not null references spend.budget,
  period_start timestamptz not null,
  period_end timestamptz,
  threshold integer not null,
  amount numeric not null,
  spent numeric not null,
  mode text not null,
  crossed_at timestamptz not null,
  unique (budget_id, period_start, threshold, amount)
);

-- A key may be used unless a budget that concerns it says no. It is computed, so a key made a moment ago has its row;
-- and without grouping, so that asking for one key looks at one key.
create view spend.published_allowance as
  select k.key_id, blocking.budget_id is null as allowed, blocking.budget_id
  from access.published_key k
  left join lateral (
    select b.id as budget_id
    from spend.budget b
    where b.scope_id in (k.key_id, k.subscription_id, k.owner_id)
      and b.scope_id = case b.scope when 'key' then k.key_id when 'subscription' then k.subscription_id else k.owner_id end
      and b.removed_at is null and b.blocking
    order by b.id limit 1
  ) blocking on true
  where exists (
    select from spend.budget b
    where b.scope_id in (k.key_id, k.subscription_id, k.owner_id)
      and b.scope_id = case b.scope when 'key' then k.key_id when 'subscription' then k.subscription_id else k.owner_id end
      and b.removed_at is null and b.mode = 'block'
  );

create view spend.published_crossing as
  select c.id as crossing_id, c.budget_id, b.scope, b.scope_id, b.owner_id, coalesce(k.name, s.name) as scope_name,
         c.threshold, c.amount, b.currency, c.spent, c.mode, b.period, b.time_zone, c.period_start, c.period_end, c.crossed_at
  from spend.budget_crossing c
  join spend.budget b on b.id = c.budget_id
  left join access.published_key k on b.scope = 'key' and k.key_id = b.scope_id
  left join access.published_subscription s on b.scope = 'subscription' and s.subscription_id = b.scope_id;

create or replace view spend.published_due as
  select 'spend.relay-outbox' as job, count(*) as count
  from spend.outbox where posted_at is null and next_attempt_at <= now()
  union all
  select 'spend.forget-answers', count(*) from spend.idempotency where created_at < now() - interval '24 hours'
  union all
  select 'spend.forget-events', count(*) from spend.outbox where posted_at < now() - interval '30 days'
  union all
  -- whether there is something to pull, only LiteLLM knows
  select 'spend.pull-ledger', 1
  union all
  select 'spend.sweep-budgets',
         (select count(*) from spend.dirty_budget)
         + (select count(*) from spend.budget where removed_at is null and period_end <= now());

insert into operations.job (name, room, every, next_due) values
  ('spend.pull-ledger', 'spend', interval '1 minute', now()),
  ('spend.sweep-budgets', 'spend', interval '1 minute', now());

grant execute on function spend.make_month(date) to ${roles}spend;
grant select, insert on
  spend.attribution, spend.discrepancy, spend.ledger_adjustment, spend.quarantine, spend.budget_crossing
  to ${roles}spend;
grant select, insert, update (pushed, pulled) on spend.fact to ${roles}spend;
grant select, insert, update on spend.rollup, spend.rejected_call, spend.day_check, spend.budget to ${roles}spend;
grant select, update on spend.ledger_progress to ${roles}spend;
grant select, insert, delete on spend.dirty_budget to ${roles}spend;
grant select on spend.ledger_entry, spend.published_allowance to ${roles}spend;
grant select on spend.published_allowance to ${roles}access;
grant select on spend.published_crossing to ${roles}alerts;
