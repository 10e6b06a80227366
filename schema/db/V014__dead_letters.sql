-- What the broker gave up on, one row an event and a handler. Which events are genuine, the handler asks published_event.
create table operations.dead_letter (
  id uuid primary key,
  event_id uuid not null,
  handler text not null,
  type text not null,
  subject text not null,
  job text,
  data jsonb not null,
  code integer check (code between 100 and 599),
  reason text check (length(reason) <= 1024),
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null check (times > 0),
  resent_at timestamptz,
  unique (event_id, handler),
  check (first_at <= last_at)
);
create index dead_letter_last_at on operations.dead_letter (last_at);
create index dead_letter_waiting on operations.dead_letter (id) where resent_at is null;
grant select, insert, update, delete on operations.dead_letter to ${roles}operations;

insert into operations.job (name, room, every, next_due)
values ('operations.forget-dead-letters', 'operations', interval '1 day', now());

do $$
begin
  execute format('create or replace view operations.published_due as %s union all %s',
    rtrim(pg_get_viewdef('operations.published_due'::regclass), '; '),
    $view$
      select 'operations.forget-dead-letters', count(*)
      from operations.dead_letter where last_at < now() - interval '30 days'
    $view$);
end
$$;
