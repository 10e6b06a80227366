-- Whether work waits for a job, one view a job: published_due_<job>. Operations asks each by itself, so that one that fails
-- stops no other. The clock of the database is good enough for a hint; the job decides with its own.
-- The view published_due of each room is what the release before asked; nothing is added to it any more.

do $$
declare
  room text;
begin
  foreach room in array array['identity', 'access', 'spend', 'alerts', 'operations'] loop
    execute format($view$
      create or replace view %1$I.published_due_relay_outbox as
        select exists (select from %1$I.outbox where posted_at is null and next_attempt_at <= now()) as due
      $view$, room);
    execute format($view$
      create or replace view %1$I.published_due_forget_answers as
        select exists (select from %1$I.idempotency where created_at < now() - interval '24 hours') as due
      $view$, room);
    execute format($view$
      create or replace view %1$I.published_due_forget_events as
        select exists (select from %1$I.outbox where posted_at < now() - interval '30 days')
            or exists (select from %1$I.inbox where claimed_at < now() - interval '30 days') as due
      $view$, room);
  end loop;
end
$$;

create or replace view identity.published_due_forget_sessions as
  select exists (select from identity.session_family where expires_at <= now() or ended_at is not null) as due;

create or replace view access.published_due_converge_users as
  select exists (select from access.user_sync where state <> 'synced' and next_attempt_at <= now()) as due;

create or replace view access.published_due_converge_keys as
  select exists (select from access.convergence where due_at <= now()) as due;

create or replace view access.published_due_end_keys as
  select coalesce((select min(expires_at) from access.key where ended_at is null and expires_at is not null) <= now(), false)
    or exists (select from access.credential where state = 'pending' and created_at < now() - interval '1 hour') as due;

-- What LiteLLM refuses, and would again, is tried now and then, as by all others.
create or replace view access.published_due_sync_models as
  select not exists (
      select from access.sync_run
      where kind = 'models' and outcome in ('done', 'braked') and started_at > now() - interval '10 minutes')
    and not (
      exists (select from access.conflict where kind = 'refused' and object = 'models'
              and (resolved_at is null or resolution = 'dismiss'))
      and exists (
        select from access.sync_run where kind = 'models' and started_at > now() - interval '15 minutes')) as due;

create or replace view access.published_due_reconcile_keys as
  select exists (select from access.credential)
    and not exists (
      select from access.sync_run
      where kind = 'keys' and outcome in ('done', 'braked') and started_at > now() - interval '5 minutes')
    and not (
      exists (select from access.conflict where kind = 'refused' and object = 'keys'
              and (resolved_at is null or resolution = 'dismiss'))
      and exists (
        select from access.sync_run where kind = 'keys' and started_at > now() - interval '15 minutes')) as due;

-- Where LiteLLM pushes its log, the pull only finds what was lost on the way: after a push and a ring, and now and then. What
-- LiteLLM refuses, and would again, is tried now and then.
create or replace view spend.published_due_pull_ledger as
  select (pulled_until is null
    or reached is not null
    or pushed_at is null or pushed_at <= now() - interval '24 hours'
    or pushed_at > pulled_until
    or rung_at > pulled_until
    or pulled_until <= now() - interval '15 minutes') is true
    and (refused_at is null or refused_at <= now() - interval '15 minutes') as due
  from spend.ledger_progress;

create or replace view spend.published_due_sweep_budgets as
  select exists (select from spend.dirty_budget)
    or exists (select from spend.budget where removed_at is null and period_end <= now()) as due;

create or replace view spend.published_due_drop_months as
  select exists (
    select from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'spend.fact'::regclass
      and to_date(c.relname, '"fact_"YYYY_MM') + interval '1 month'
          <= (now() at time zone 'UTC' - interval '13 months 1 day')::date) as due;

create or replace view alerts.published_due_deliver_webhooks as
  select exists (
    select from alerts.webhook_delivery d join alerts.webhook w on w.id = d.webhook_id
    where d.state = 'pending' and d.next_at <= now() and w.enabled) as due;

create or replace view alerts.published_due_forget_deliveries as
  select exists (
    select from alerts.webhook_delivery where state <> 'pending' and created_at < now() - interval '30 days') as due;

-- What happened within the last minutes has its event on the way; of what was looked at, nothing is looked at again.
create or replace view alerts.published_due_tell_missed as
  select exists (
      select from spend.published_crossing c
      where c.crossed_at > told.until and c.crossed_at <= now() - interval '2 minutes'
        and (told.until <= now() - interval '1 hour'
          or not exists (select from alerts.message m where m.cause_id = c.crossing_id)))
    or exists (
      select from access.published_lost_key k
      where k.lost_at > told.until and k.lost_at <= now() - interval '2 minutes'
        and (told.until <= now() - interval '1 hour'
          or not exists (select from alerts.message m where m.cause_id = k.key_id)))
    or exists (
      select from alerts.told_episode t
      join access.published_episode e on e.event_id = any (t.untold)
      join platform.integration_health h on h.episode::text = e.episode
      where t.told_at <= now() - interval '1 hour' and h.integration = 'litellm' and h.instance = '' and h.state <> 'closed')
    as due
  from alerts.told;

create or replace view alerts.published_due_forget_messages as
  select exists (select from alerts.message where created_at < now() - interval '180 days') as due;

create or replace view operations.published_due_forget_dead_letters as
  select exists (select from operations.dead_letter where last_at < now() - interval '30 days') as due;

do $$
declare
  view record;
begin
  for view in
    select n.nspname, c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and c.relname like 'published\_due\_%'
  loop
    execute format('grant select on %I.%I to ${roles}operations', view.nspname, view.relname);
  end loop;
end
$$;
