-- Keys that LiteLLM lost, and since when that is known.
create view access.published_lost_key as
  select k.id as key_id, k.name, k.owner_id, c.ended_at as lost_at
  from access.credential c join access.key k on k.id = c.key_id
  where c.state = 'lost';
grant select on access.published_lost_key to ${roles}alerts;

-- Until when all that happened is known to have its messages. One row.
create table alerts.told (
  one boolean primary key default true check (one),
  until timestamptz not null
);
insert into alerts.told (until) values (now() - interval '30 days');
grant select, update (until) on alerts.told to ${roles}alerts;
insert into operations.job (name, room, every, next_due) values ('alerts.tell-missed', 'alerts', interval '1 minute', now());

-- When LiteLLM pushed something new for the first time since the last pull: not at each push, since all of them share the row.
alter table spend.ledger_progress add column pushed_at timestamptz;
