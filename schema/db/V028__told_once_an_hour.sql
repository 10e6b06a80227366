-- Of a LiteLLM that comes and goes, admins are told once an hour and cause. One row a cause: of which episode they were told last,
-- and the announcements since then of which they were not.
create table alerts.told_episode (
  cause text primary key check (cause in ('unavailable', 'credential')),
  episode uuid not null,
  told_at timestamptz not null,
  untold uuid[] not null default '{}'
);
grant select, insert, update on alerts.told_episode to ${roles}alerts;

-- Messages are forgotten after half a year.
grant delete on alerts.message to ${roles}alerts;
insert into operations.job (name, room, every, next_due)
values ('alerts.forget-messages', 'alerts', interval '1 day', date_trunc('minute', now()) + interval '30 seconds');
