-- The relay takes a few of each type of event, so that one type that nobody takes does not hold up the others. Built beside
-- the rooms at work; each statement commits by itself, so a run that was cut off is taken up again.
create index concurrently if not exists outbox_waiting_by_type on identity.outbox (type, next_attempt_at) where posted_at is null;
create index concurrently if not exists outbox_waiting_by_type on access.outbox (type, next_attempt_at) where posted_at is null;
create index concurrently if not exists outbox_waiting_by_type on spend.outbox (type, next_attempt_at) where posted_at is null;
create index concurrently if not exists outbox_waiting_by_type on alerts.outbox (type, next_attempt_at) where posted_at is null;
create index concurrently if not exists outbox_waiting_by_type on operations.outbox (type, next_attempt_at) where posted_at is null;
