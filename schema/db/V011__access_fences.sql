-- One at a time makes LiteLLM agree with a hash: two could cross there, and the older wish arrive last.
alter table access.convergence add column lease_until timestamptz;

-- A profile that changed while the one before was being written is due again.
alter table access.user_sync add column generation bigint not null default 1;
