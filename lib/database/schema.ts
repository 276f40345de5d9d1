/** The tables as TypeScript sees them. A test compares this file with the migrated database, column by column. */
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

/** A moment that the database fills in when it is not given. */
type MomentByDefault = ColumnType<Date, Date | undefined, Date>;

export type MethodName = "email" | "authenticator" | "recovery-code";

export interface Schema {
  organisations: {
    id: string;
    name: string;
    two_factor_enabled: Generated<boolean>;
    /** Any of `email` and `authenticator`; at least one while two-factor login is on. */
    allowed_methods: Generated<("email" | "authenticator")[]>;
    language: string | null;
    /** Rises with each save, so that two people saving at once are told. */
    revision: Generated<number>;
    created_at: MomentByDefault;
  };
  teams: { id: string; organisation_id: string; name: string };
  team_members: { team_id: string; user_id: string };
  users: {
    id: string;
    organisation_id: string;
    name: string;
    /** The login, one over all organisations and whatever its case: as typed where it is plain ASCII, else in its normal form. */
    email: string;
    /** Argon2id in PHC form; null until the user has chosen a password. */
    password_hash: string | null;
    password_changed_at: Date | null;
    role: "administrator" | "manager" | "member";
    status: Generated<"active" | "deactivated">;
    email_confirmed_at: Date | null;
    /** Whether the user wants codes by e-mail; counts only once the address is confirmed. */
    email_method_enabled: Generated<boolean>;
    /** When it was turned on again; null when it was on ever since the address was confirmed. */
    email_method_enabled_at: Date | null;
    /** Whether there is a row in `authenticators`; the database keeps it. */
    has_authenticator: Generated<boolean>;
    preferred_method: "email" | "authenticator" | null;
    last_method: MethodName | null;
    language: string | null;
    last_login_at: Date | null;
    revision: Generated<number>;
    changed_at: MomentByDefault;
    created_at: MomentByDefault;
    /** The user who added this one; null where nobody did, or nobody knows. */
    added_by: string | null;
    /** Name and address in lower case without accents: what the list searches and sorts by. */
    name_folded: GeneratedAlways<string>;
    email_folded: GeneratedAlways<string>;
  };
  authenticators: {
    user_id: string;
    secret_sealed: string;
    enabled_at: Date;
    /** The last accepted TOTP step (whole periods of 30 s since 1970); only ever rises. */
    last_step: number;
    /** Wrong codes since the last right one; at 100 the authenticator is off (NIST SP 800-63B-4 §3.2.2). */
    failures_in_a_row: Generated<number>;
    /** What the app calls the organisation; null where it was set up before this column, and nobody knows. */
    issuer: string | null;
  };
  authenticator_enrolments: {
    user_id: string;
    secret_sealed: string;
    started_at: Date;
    expires_at: Date;
    /** The session that began it, and the only one that sees it. */
    session_id: string;
  };
  recovery_codes: {
    user_id: string;
    /** Argon2id in PHC form, one salt for all codes of a batch. */
    code_digest: string;
    created_at: Date;
    used_at: Date | null;
    /** Whether their owner has said so; of codes that are older than this column nobody knows, and they count as saved. */
    saved: Generated<boolean>;
  };
  /** New recovery codes, sealed, until their owner has saved them; ten minutes at most. */
  recovery_code_reveals: {
    user_id: string;
    codes_sealed: string;
    expires_at: Date;
    /** The session that made them, and the only one that sees them. */
    session_id: string;
  };
  email_tokens: {
    id: string;
    user_id: string;
    purpose: "activation" | "password-reset";
    /** The address it was sent to, and the only one it can confirm. */
    email: string;
    token_digest: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    replaced_at: Date | null;
  };
  pending_logins: {
    id: string;
    token_digest: string;
    user_id: string;
    organisation_id: string;
    purpose: "login" | "step-up";
    /** Where the browser goes once inside: a path of this product. */
    return_to: string;
    /** The session that a step-up renews. */
    session_id: string | null;
    created_at: Date;
    expires_at: Date;
    tries_left: number;
    sends_left: number;
    verified_at: Date | null;
    /** How it was verified: a method, or the password alone where no method is usable. */
    verified_by: MethodName | "password" | null;
    redeemed_at: Date | null;
    cancelled_at: Date | null;
    user_agent: string | null;
    address: string | null;
    /** When the owner was told that somebody entered the password and got no further. */
    warned_at: Date | null;
  };
  /** Security codes sent by e-mail. At most one of a pending login is neither replaced nor used. */
  challenges: {
    id: string;
    pending_login_id: string;
    code_digest: string;
    sent_at: Date;
    expires_at: Date;
    replaced_at: Date | null;
    used_at: Date | null;
  };
  /** Counters of attempts, by digest of what they count: `spend_throttles` counts, `lib/throttle` takes back. */
  throttles: { key: string; count: number; window_ends_at: Date; closed_until: Date | null };
  /** Browsers in which a user has completed a login: guesses elsewhere do not slow these down. */
  known_browsers: {
    id: Generated<string>;
    user_id: string;
    browser_digest: string;
    user_agent: string | null;
    first_seen_at: Date;
    last_seen_at: Date;
  };
  sessions: {
    id: string;
    token_digest: string;
    user_id: string;
    organisation_id: string;
    pending_login_id: string;
    method: MethodName | "password";
    created_at: Date;
    last_seen_at: Date;
    expires_at: Date;
    /** When the person last proved who they are: at login and at each step-up. */
    proved_at: Date;
    user_agent: string | null;
    address: string | null;
    ended_at: Date | null;
    ended_reason: string | null;
    /** The session that a step-up has put in its place. */
    renewed_by: string | null;
  };
  /** One "Resend E-mail confirmations". */
  resend_jobs: {
    id: string;
    organisation_id: string;
    started_by: string;
    started_at: Date;
    recipients: number;
    /** Users who were shown and left out at the start, by reason. */
    confirmed: number;
    deactivated: number;
    waiting_already: number;
    sent_meanwhile: number;
    failures_in_a_row: Generated<number>;
    next_try_at: Date | null;
    finished_at: Date | null;
  };
  resend_recipients: {
    job_id: string;
    /** The order of sending: whoever gets no answer goes to the end. Below zero those left out at the start. */
    position: number;
    user_id: string;
    state: "waiting" | "sending" | "sent" | "left-out" | "failed";
    reason:
      | "confirmed"
      | "deactivated"
      | "waiting-already"
      | "sent-meanwhile"
      | "mailed-enough"
      | "refused"
      | "unreachable"
      | null;
    tries: Generated<number>;
    at: Date;
  };
  audit_events: {
    id: GeneratedAlways<number>;
    occurred_at: Date;
    organisation_id: string | null;
    event: string;
    result: "success" | "failure" | "refusal";
    actor_id: string | null;
    target_id: string | null;
    address: string | null;
    browser: string | null;
    method: string | null;
    reason: string | null;
    detail: ColumnType<Record<string, unknown> | null, string | null, never>;
  };
}
