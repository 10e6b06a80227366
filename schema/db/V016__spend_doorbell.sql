-- When LiteLLM's alerts last rang for a sweep: many at once ring once.
alter table spend.ledger_progress add column rung_at timestamptz;
