-- What is due: one row a job. A room says how much waits for a job in its view published_due.

create table operations.job (
  name text primary key check (name ~ '^[a-z]+\.[a-z-]+$'),
  room text not null,
  every interval not null check (every >= interval '10 seconds'),
  next_due timestamptz not null,
  paused boolean not null default false,
  last_run timestamptz
);
grant select, insert, update on operations.job to ${roles}operations;

do $$
declare
  room text;
begin
  foreach room in array array['identity', 'access', 'spend', 'alerts', 'operations'] loop
    -- the clock of the database is good enough for a hint that work waits; the job decides with its own
    execute format($view$
      create view %I.published_due as
        select %L as job, count(*) as count from %I.outbox where posted_at is null and next_attempt_at <= now()
        union all
        select %L, count(*) from %I.idempotency where created_at < now() - interval '24 hours'
        union all
        select %L, count(*) from %I.outbox where posted_at < now() - interval '30 days'
      $view$, room, room || '.relay-outbox', room, room || '.forget-answers', room, room || '.forget-events', room);
    execute format('grant select on %I.published_due to ${roles}operations', room);
    insert into operations.job (name, room, every, next_due) values
      (room || '.relay-outbox', room, interval '1 minute', now()),
      (room || '.forget-answers', room, interval '1 hour', now()),
      (room || '.forget-events', room, interval '1 day', now());
  end loop;
end
$$;
