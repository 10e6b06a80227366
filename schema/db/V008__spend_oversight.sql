-- What is put aside is shown to admins in pages, newest first, so each row has a number.

alter table spend.quarantine add column number bigint generated always as identity;
create unique index quarantine_number on spend.quarantine (number);
alter table spend.discrepancy add column number bigint generated always as identity;
create unique index discrepancy_number on spend.discrepancy (number);
