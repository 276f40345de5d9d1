/** The target's tables: no more than the steps need. Counters survive a crash, as ours do. */
export const tables = `
  create table organisations (id uuid primary key, name text not null, two_factor_enabled boolean not null);
  insert into organisations values (gen_random_uuid(), 'Bench', true);
  create table users (
    id uuid primary key,
    organisation_id uuid not null references organisations,
    name text not null,
    email text not null,
    password_hash text not null,
    role text not null default 'member'
  );
  create unique index on users (lower(email));
  create table authenticators (user_id uuid primary key references users, secret text not null, last_step integer not null);
  create table pending_logins (
    token_digest text primary key,
    user_id uuid not null references users,
    expires_at timestamptz not null,
    tries_left integer not null,
    sends_left integer not null,
    redeemed_at timestamptz
  );
  create table challenges (
    pending_login text primary key references pending_logins,
    code_digest text not null,
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create table sessions (
    token_digest text primary key,
    user_id uuid not null references users,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
  );
  create table audit_events (
    id bigint generated always as identity primary key,
    occurred_at timestamptz not null,
    event text not null,
    user_id uuid,
    address text
  );
  create table throttles (key text primary key, count integer not null, window_ends_at timestamptz not null);
`;
