-- Where messages go beside people's inboxes: to receivers that an admin names, signed, until each has said that it has them.

create table alerts.webhook (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  url text not null check (length(url) <= 2000),
  -- the secret that the receiver verifies with, sealed (AES-256-GCM) for this row
  secret_key_id text not null,
  secret_nonce bytea not null check (length(secret_nonce) = 12),
  secret_ciphertext bytea not null,
  enabled boolean not null,
  version integer not null default 1 check (version > 0),
  created_by uuid not null,
  created_at timestamptz not null
);

-- One row a webhook and message. Its body is the same at each attempt.
create table alerts.webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references alerts.webhook on delete cascade,
  message_id uuid not null,
  type text not null check (type ~ '^[a-z-]+\.[a-z-]+$'),
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  -- counts the attempts, and is the fence: only the newest may note how it ended
  attempts integer not null default 0 check (attempts >= 0),
  -- when it is due; while an attempt runs, when that one is given up for lost
  next_at timestamptz not null,
  give_up_at timestamptz not null,
  created_at timestamptz not null,
  last_status integer check (last_status between 100 and 599),
  last_error text check (last_error ~ '^[a-z_]+$'),
  delivered_at timestamptz,
  unique (webhook_id, message_id),
  check ((state = 'delivered') = (delivered_at is not null))
);
create index webhook_delivery_due on alerts.webhook_delivery (next_at) where state = 'pending';
create index webhook_delivery_ended on alerts.webhook_delivery (created_at) where state <> 'pending';
create index webhook_delivery_failed on alerts.webhook_delivery (id) where state = 'failed';

grant select, insert, update, delete on alerts.webhook, alerts.webhook_delivery to ${roles}alerts;

insert into operations.job (name, room, every, next_due) values
  ('alerts.deliver-webhooks', 'alerts', interval '10 seconds', now()),
  ('alerts.forget-deliveries', 'alerts', interval '1 day', now());

do $$
begin
  execute format('create or replace view alerts.published_due as %s union all %s',
    rtrim(pg_get_viewdef('alerts.published_due'::regclass), '; '),
    $view$
      select 'alerts.deliver-webhooks', count(*)
      from alerts.webhook_delivery d join alerts.webhook w on w.id = d.webhook_id
      where d.state = 'pending' and d.next_at <= now() and w.enabled
      union all
      select 'alerts.forget-deliveries', count(*)
      from alerts.webhook_delivery where state <> 'pending' and created_at < now() - interval '30 days'
    $view$);
end
$$;
