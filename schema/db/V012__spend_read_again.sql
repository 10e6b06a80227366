-- When a day that fell short of LiteLLM's total was last read again from its beginning.
alter table spend.ledger_progress add column read_again_at timestamptz;
