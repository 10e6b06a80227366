-- What access announced of times in which LiteLLM could not be used: of an event only its id is believed, and alerts must know
-- the rest after the time is over, too.
create view access.published_episode as
  select id as event_id, subject as episode, data ->> 'cause' as cause, created_at as announced_at
  from access.outbox
  where type in ('io.litemaas.integration.opened.v1', 'io.litemaas.integration.closed.v1');
grant select on access.published_episode to ${roles}alerts;
