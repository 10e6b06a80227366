-- Admins are told when LiteLLM can't be used, and when it can again.
alter table alerts.message
  drop constraint message_cause_kind_check,
  add constraint message_cause_kind_check
    check (cause_kind in ('budget_crossed', 'key_lost', 'integration_opened', 'integration_closed')) not valid;
