-- What jobs look for by age, each minute and each day, is found without reading whole tables.

do $$
declare
  room text;
begin
  foreach room in array array['identity', 'access', 'spend', 'alerts', 'operations'] loop
    execute format('create index outbox_posted_at on %I.outbox (posted_at)', room);
    execute format('create index inbox_claimed_at on %I.inbox (claimed_at)', room);
  end loop;
end
$$;

-- Credentials are kept for ever, those that still live are few.
create index credential_pending on access.credential (created_at) where state = 'pending';
create index key_expiring on access.key (expires_at) where ended_at is null and expires_at is not null;

-- This room announces nothing, so its outbox never said that its inbox can be cleared.
create or replace view alerts.published_due as
  select 'alerts.relay-outbox' as job, count(*) as count
  from alerts.outbox where posted_at is null and next_attempt_at <= now()
  union all
  select 'alerts.forget-answers', count(*) from alerts.idempotency where created_at < now() - interval '24 hours'
  union all
  select 'alerts.forget-events',
         (select count(*) from alerts.outbox where posted_at < now() - interval '30 days')
         + (select count(*) from alerts.inbox where claimed_at < now() - interval '30 days');
