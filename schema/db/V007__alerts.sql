-- Messages to people. One a recipient and cause, however often the cause is told.

create table alerts.message (
  id uuid primary key,
  recipient_id uuid not null,
  cause_kind text not null check (cause_kind in ('budget_crossed')),
  cause_id uuid not null,
  title text not null,
  text text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  unique (recipient_id, cause_kind, cause_id)
);
create index message_recipient on alerts.message (recipient_id, id desc);
create index message_unread on alerts.message (recipient_id, id desc) where read_at is null;

grant select, insert, update (read_at) on alerts.message to ${roles}alerts;
