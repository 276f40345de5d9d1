/** The tables of the whole login: organisations and their users, methods, pending logins, sessions, audit. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const foundation: Migration = {
  async up(db) {
    await sql.raw(tables).execute(db);
  },
};

// Written as one text for the readers: a schema is read far more often than it is run.
const tables = `
  do $do$ begin
    create table organisations (
      id uuid primary key,
      name text not null,
      two_factor_enabled boolean not null default false,
      allowed_methods text[] not null default '{email,authenticator}'
        check (allowed_methods <@ '{email,authenticator}' and cardinality(allowed_methods) > 0),
      language text,
      revision integer not null default 1,
      created_at timestamptz not null default now()
    );
    create unique index organisations_name on organisations (lower(name));

    create table teams (
      id uuid primary key,
      organisation_id uuid not null references organisations,
      name text not null
    );
    create unique index teams_name on teams (organisation_id, lower(name));

    create table users (
      id uuid primary key,
      organisation_id uuid not null references organisations,
      name text not null,
      email text not null,
      password_hash text,
      password_changed_at timestamptz,
      role text not null check (role in ('administrator', 'manager', 'member')),
      status text not null default 'active' check (status in ('active', 'deactivated')),
      email_confirmed_at timestamptz,
      email_method_enabled boolean not null default true,
      preferred_method text check (preferred_method in ('email', 'authenticator')),
      last_method text check (last_method in ('email', 'authenticator', 'recovery-code')),
      language text,
      last_login_at timestamptz,
      revision integer not null default 1,
      changed_at timestamptz not null default now(),
      created_at timestamptz not null default now()
    );
    create unique index users_email on users (lower(email));

    create table team_members (
      team_id uuid not null references teams on delete cascade,
      user_id uuid not null references users on delete cascade,
      primary key (team_id, user_id)
    );
    create index team_members_user on team_members (user_id);

    create table authenticators (
      user_id uuid primary key references users on delete cascade,
      secret_sealed text not null,
      enabled_at timestamptz not null,
      last_step integer not null,
      failures_in_a_row integer not null default 0
    );
    create table authenticator_enrolments (
      user_id uuid primary key references users on delete cascade,
      secret_sealed text not null,
      started_at timestamptz not null,
      expires_at timestamptz not null
    );
    create table recovery_codes (
      user_id uuid not null references users on delete cascade,
      code_digest text not null,
      created_at timestamptz not null,
      used_at timestamptz,
      primary key (user_id, code_digest)
    );
    -- New codes wait here, sealed, until their owner says that they are saved: reloading the page loses nothing.
    create table recovery_code_reveals (
      user_id uuid primary key references users on delete cascade,
      codes_sealed text not null,
      expires_at timestamptz not null
    );

    create table email_tokens (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      purpose text not null check (purpose in ('activation', 'password-reset')),
      email text not null,
      token_digest text not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      replaced_at timestamptz
    );
    create index email_tokens_user on email_tokens (user_id, purpose, created_at desc);

    create table pending_logins (
      id uuid primary key,
      token_digest text not null unique,
      user_id uuid not null references users on delete cascade,
      organisation_id uuid not null references organisations,
      purpose text not null check (purpose in ('login', 'step-up')),
      return_to text not null,
      session_id uuid,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      tries_left integer not null check (tries_left >= 0),
      sends_left integer not null check (sends_left >= 0),
      verified_at timestamptz,
      verified_by text check (verified_by in ('email', 'authenticator', 'recovery-code', 'password')),
      redeemed_at timestamptz,
      cancelled_at timestamptz,
      user_agent text,
      address text
    );
    create index pending_logins_expiry on pending_logins (expires_at);

    create table challenges (
      id uuid primary key,
      pending_login_id uuid not null references pending_logins on delete cascade,
      code_digest text not null,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      replaced_at timestamptz,
      used_at timestamptz
    );
    create index challenges_pending_login on challenges (pending_login_id, sent_at desc);
    -- However many resends race: one live code (docs/security.md, Numbers).
    create unique index challenges_one_live on challenges (pending_login_id)
      where replaced_at is null and used_at is null;

    create table sessions (
      id uuid primary key,
      token_digest text not null unique,
      user_id uuid not null references users on delete cascade,
      organisation_id uuid not null references organisations,
      -- A pending login opens one session, whatever the code above this line believes.
      pending_login_id uuid not null unique,
      method text not null check (method in ('email', 'authenticator', 'recovery-code', 'password')),
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      proved_at timestamptz not null,
      user_agent text,
      address text,
      ended_at timestamptz,
      ended_reason text
    );
    create index sessions_live on sessions (user_id) where ended_at is null;

    create table audit_events (
      id bigint generated always as identity primary key,
      occurred_at timestamptz not null,
      organisation_id uuid,
      event text not null,
      result text not null check (result in ('success', 'failure', 'refusal')),
      actor_id uuid,
      target_id uuid,
      address text,
      browser text,
      method text,
      reason text,
      detail jsonb
    );
    create index audit_events_organisation on audit_events (organisation_id, id desc);
    create index audit_events_target on audit_events (target_id, id desc);
    create function refuse_change() returns trigger language plpgsql as $f$
      begin raise exception 'audit events are append-only'; end
    $f$;
    create trigger audit_events_append_only before update or delete on audit_events
      for each row execute function refuse_change();
    create trigger audit_events_keep before truncate on audit_events
      for each statement execute function refuse_change();
  end $do$;
`;
