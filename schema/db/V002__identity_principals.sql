-- Who is asking: the two views that every room's session check reads.

create table identity.person (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  username text not null,
  full_name text not null,
  email text,
  groups text[] not null default '{}',
  roles text[] not null check (roles <@ array['user', 'admin-readonly', 'admin']),
  epoch integer not null default 1 check (epoch > 0),
  disabled_at timestamptz,
  created_at timestamptz not null,
  last_sign_in_at timestamptz not null,
  unique (issuer, subject)
);

create table identity.service_token (
  id uuid primary key,
  owner_id uuid not null references identity.person,
  name text not null check (length(name) between 1 and 100),
  hash bytea not null unique check (length(hash) = 32),
  scope text not null check (scope in ('read', 'keys')),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  revoked_at timestamptz
);
create index service_token_owner on identity.service_token (owner_id);

create view identity.published_principal as
  select id as user_id, username, full_name, email, epoch, disabled_at is not null as disabled, roles
  from identity.person;

create view identity.published_token as
  select id as token_id, hash, owner_id, scope, expires_at
  from identity.service_token
  where revoked_at is null;

grant select, insert, update on identity.person to ${roles}identity;
grant select, insert, update on identity.service_token to ${roles}identity;
grant select on identity.published_principal, identity.published_token
  to ${roles}identity, ${roles}access, ${roles}spend, ${roles}alerts, ${roles}operations;
