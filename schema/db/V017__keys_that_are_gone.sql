-- A cancelled subscription is final, so its keys end with it, and say so: they free their owner's quota, and LiteLLM loses
-- them, instead of being blocked there for ever.

alter table access.credential
  drop constraint credential_state_check,
  drop constraint credential_check,
  add constraint credential_state_check
    check (state in ('pending', 'active', 'failed', 'revoked', 'expired', 'lost', 'cancelled')),
  add constraint credential_ended_check
    check ((state in ('failed', 'revoked', 'expired', 'lost', 'cancelled')) = (ended_at is not null));

-- those that were cancelled before
with ended as (
  update access.credential c
  set state = 'cancelled', ended_at = s.ended_at, nonce = null, lease_until = null
  from access.key k join access.subscription s on s.id = k.subscription_id
  where k.id = c.key_id and c.state = 'active' and s.state = 'cancelled'
  returning c.key_id, c.hash, s.ended_at),
marked as (
  insert into access.convergence (hash, due_at, looks_left)
  select hash, now(), 2 from ended order by hash
  on conflict (hash) do update
    set due_at = excluded.due_at, attempt = 0, generation = access.convergence.generation + 1, looks_left = 2),
keys as (
  update access.key k set ended_at = ended.ended_at, version = k.version + 1
  from ended where k.id = ended.key_id and k.ended_at is null
  returning k.owner_id)
update access.key_quota q set used = q.used - freed.keys
from (select owner_id, count(*) as keys from keys group by owner_id) freed where freed.owner_id = q.user_id;

-- Whose key LiteLLM lost is told.
alter table alerts.message
  drop constraint message_cause_kind_check,
  add constraint message_cause_kind_check check (cause_kind in ('budget_crossed', 'key_lost'));
