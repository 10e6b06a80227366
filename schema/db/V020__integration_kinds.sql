-- LiteLLM's no has kinds, which the row that all processes share tells apart; two failures in a row, whoever had them, are
-- counted there; and which version LiteLLM is, beside those that the release which wrote it was proven on.
-- A row that was seen at the epoch has counted failures, and seen nothing yet.

alter table platform.integration_health
  add column failures integer not null default 0 check (failures >= 0),
  add column version text,
  add column proven text[] not null default '{}';

-- What LiteLLM refuses for good shows among the conflicts.
alter table access.conflict
  drop constraint conflict_kind_check,
  add constraint conflict_kind_check check (kind in ('unknown_key', 'shrunken_listing', 'refused')) not valid;

create view access.published_refusal as
  select count(*) as open from access.conflict where kind = 'refused' and resolved_at is null;
grant select on access.published_refusal to ${roles}operations;
