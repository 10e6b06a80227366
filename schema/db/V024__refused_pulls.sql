-- Since when LiteLLM refuses, and would again, to be asked for its log.
alter table spend.ledger_progress add column refused_at timestamptz;

create view spend.published_refusal as
  select count(*) as open from spend.ledger_progress where refused_at is not null;
grant select on spend.published_refusal to ${roles}operations;
