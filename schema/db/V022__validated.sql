-- In a transaction of its own, since reading a table through must not hold it.
alter table access.conflict validate constraint conflict_kind_check;
alter table alerts.message validate constraint message_cause_kind_check;
