-- Indexes are built beside the rooms at work; each statement commits by itself, so a run that was cut off is taken up again.

-- The relay takes a few of each type of event and, of jobs that are due, of each room: one that is dead does not hold up the others.
-- No release has used the index that this one is in the place of.
drop index concurrently if exists identity.outbox_waiting_by_lane;
create index concurrently outbox_waiting_by_lane on identity.outbox
  (type, (coalesce(split_part(job, '.', 1), '')), next_attempt_at) where posted_at is null;
drop index concurrently if exists identity.outbox_waiting_by_type;
drop index concurrently if exists access.outbox_waiting_by_lane;
create index concurrently outbox_waiting_by_lane on access.outbox
  (type, (coalesce(split_part(job, '.', 1), '')), next_attempt_at) where posted_at is null;
drop index concurrently if exists access.outbox_waiting_by_type;
drop index concurrently if exists spend.outbox_waiting_by_lane;
create index concurrently outbox_waiting_by_lane on spend.outbox
  (type, (coalesce(split_part(job, '.', 1), '')), next_attempt_at) where posted_at is null;
drop index concurrently if exists spend.outbox_waiting_by_type;
drop index concurrently if exists alerts.outbox_waiting_by_lane;
create index concurrently outbox_waiting_by_lane on alerts.outbox
  (type, (coalesce(split_part(job, '.', 1), '')), next_attempt_at) where posted_at is null;
drop index concurrently if exists alerts.outbox_waiting_by_type;
drop index concurrently if exists operations.outbox_waiting_by_lane;
create index concurrently outbox_waiting_by_lane on operations.outbox
  (type, (coalesce(split_part(job, '.', 1), '')), next_attempt_at) where posted_at is null;
drop index concurrently if exists operations.outbox_waiting_by_type;

-- Messages are forgotten by age.
drop index concurrently if exists alerts.message_created_at;
create index concurrently message_created_at on alerts.message (created_at);
