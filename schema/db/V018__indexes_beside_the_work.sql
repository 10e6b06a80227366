-- Indexes are built beside the rooms at work; each statement commits by itself, so a run that was cut off is taken up again:
-- an index that was half built is there, but of no use.

-- The relay takes a few of each type of event, so that one type that nobody takes does not hold up the others.
drop index concurrently if exists identity.outbox_waiting_by_type;
create index concurrently outbox_waiting_by_type on identity.outbox (type, next_attempt_at) where posted_at is null;
drop index concurrently if exists access.outbox_waiting_by_type;
create index concurrently outbox_waiting_by_type on access.outbox (type, next_attempt_at) where posted_at is null;
drop index concurrently if exists spend.outbox_waiting_by_type;
create index concurrently outbox_waiting_by_type on spend.outbox (type, next_attempt_at) where posted_at is null;
drop index concurrently if exists alerts.outbox_waiting_by_type;
create index concurrently outbox_waiting_by_type on alerts.outbox (type, next_attempt_at) where posted_at is null;
drop index concurrently if exists operations.outbox_waiting_by_type;
create index concurrently outbox_waiting_by_type on operations.outbox (type, next_attempt_at) where posted_at is null;

-- Alerts looks for what happened of late and nobody was told of.
drop index concurrently if exists spend.budget_crossing_crossed_at;
create index concurrently budget_crossing_crossed_at on spend.budget_crossing (crossed_at);
drop index concurrently if exists access.credential_lost_at;
create index concurrently credential_lost_at on access.credential (ended_at) where state = 'lost';
drop index concurrently if exists alerts.message_cause;
create index concurrently message_cause on alerts.message (cause_id);
