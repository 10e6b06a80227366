-- What dies: months of requests that the ledger keeps no longer, and events that inboxes have long forgotten.

-- Only the owner can drop a partition. Roll-ups, adjustments and discrepancies stay. Bookings wait behind it, so it does
-- not wait long itself; and whatever clock the caller has, what is kept stays. Returns whether there was a month to drop.
create function spend.drop_month(before date) returns boolean
  language plpgsql
  security definer
  set search_path = ''
  set lock_timeout = '2s'
as $$
declare
  oldest text;
begin
  if before > (pg_catalog.now() at time zone 'UTC' - interval '13 months')::date then
    raise exception 'the ledger keeps thirteen months';
  end if;
  select c.relname into oldest
  from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'spend.fact'::pg_catalog.regclass
    and pg_catalog.to_date(c.relname, '"fact_"YYYY_MM') + interval '1 month' <= before
  order by c.relname limit 1;
  if oldest is null then
    return false;
  end if;
  execute pg_catalog.format('drop table spend.%I', oldest);
  return true;
end
$$;
grant execute on function spend.drop_month(date) to ${roles}spend;

insert into operations.job (name, room, every, next_due) values ('spend.drop-months', 'spend', interval '1 day', now());

-- Each tick asks the views what waits; without these it would read 30 days of events.
do $$
declare
  room text;
begin
  foreach room in array array['identity', 'access', 'spend', 'alerts', 'operations'] loop
    execute format('create index outbox_posted on %I.outbox (posted_at) where posted_at is not null', room);
    execute format('create index inbox_claimed on %I.inbox (claimed_at)', room);
    -- a room that hears but announces nothing has events to forget, too
    execute format('create or replace view %I.published_due as %s union all select %L, count(*) from %I.inbox'
        || ' where claimed_at < now() - interval ''30 days''',
      room, rtrim(pg_get_viewdef(format('%I.published_due', room)::regclass), '; '), room || '.forget-events', room);
  end loop;
  execute format('create or replace view spend.published_due as %s union all %s',
    rtrim(pg_get_viewdef('spend.published_due'::regclass), '; '),
    $view$
      select 'spend.drop-months', count(*)
      from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'spend.fact'::regclass
        and to_date(c.relname, '"fact_"YYYY_MM') + interval '1 month'
            <= (now() at time zone 'UTC' - interval '13 months 1 day')::date
    $view$);
end
$$;
