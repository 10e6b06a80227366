-- A sync that failed, since LiteLLM was away, is due again with the next tick, not after its whole interval: the view
-- knows when the last one succeeded, the job only says how often to look.

update operations.job set every = interval '1 minute' where name in ('access.sync-models', 'access.reconcile-keys');

create or replace view access.published_due as
  select 'access.relay-outbox' as job, count(*) as count
  from access.outbox where posted_at is null and next_attempt_at <= now()
  union all
  select 'access.forget-answers', count(*) from access.idempotency where created_at < now() - interval '24 hours'
  union all
  select 'access.forget-events',
         (select count(*) from access.outbox where posted_at < now() - interval '30 days')
         + (select count(*) from access.inbox where claimed_at < now() - interval '30 days')
  union all
  select 'access.converge-users', count(*)
  from access.user_sync where state <> 'synced' and next_attempt_at <= now()
  union all
  select 'access.converge-keys', count(*) from access.convergence where due_at <= now()
  union all
  select 'access.end-keys', count(*)
  from access.credential c join access.key k on k.id = c.key_id
  where (c.state = 'active' and k.expires_at <= now())
     or (c.state = 'pending' and c.created_at < now() - interval '1 hour')
  union all
  select 'access.sync-models', case when exists (
    select from access.sync_run
    where kind = 'models' and outcome in ('done', 'braked') and started_at > now() - interval '10 minutes') then 0 else 1 end
  union all
  select 'access.reconcile-keys', case when not exists (select from access.credential) or exists (
    select from access.sync_run
    where kind = 'keys' and outcome in ('done', 'braked') and started_at > now() - interval '5 minutes') then 0 else 1 end;
