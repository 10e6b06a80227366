-- Credentials are kept for ever, those that still live are few: the jobs that look for them find them by age.
create index credential_pending on access.credential (created_at) where state = 'pending';
create index key_expiring on access.key (expires_at) where ended_at is null and expires_at is not null;
