/** "Resend E-mail confirmations": one row for each sending and one for each user in it, with how it went. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const resend: Migration = {
  async up(db) {
    await sql.raw(tables).execute(db);
  },
};

const tables = `
  do $do$ begin
    create table resend_jobs (
      id uuid primary key,
      organisation_id uuid not null references organisations,
      started_by uuid not null references users,
      started_at timestamptz not null,
      recipients integer not null,
      -- Users who were shown and left out at the start, by reason.
      confirmed integer not null,
      deactivated integer not null,
      waiting_already integer not null,
      sent_meanwhile integer not null,
      -- The mail server's failures in a row, and when it is tried again.
      failures_in_a_row integer not null default 0,
      next_try_at timestamptz,
      finished_at timestamptz
    );
    create index resend_jobs_organisation on resend_jobs (organisation_id, started_at desc);
    create index resend_jobs_unfinished on resend_jobs (started_at) where finished_at is null;

    -- Without foreign keys: 100,000 rows are accepted while somebody waits for the page, and each key would be looked
    -- up for each row. Users are never deleted.
    create table resend_recipients (
      job_id uuid not null,
      -- The order of sending: whoever gets no answer goes to the end. Below zero those left out at the start.
      position integer not null,
      user_id uuid not null,
      state text not null check (state in ('waiting', 'sending', 'sent', 'left-out', 'failed')),
      reason text check (reason in
        ('confirmed', 'deactivated', 'waiting-already', 'sent-meanwhile', 'refused', 'unreachable')),
      tries smallint not null default 0,
      -- When the state was reached.
      at timestamptz not null,
      -- The only index over all rows: each more is a tenth of a second for the 100,000.
      primary key (job_id, state, position)
    );
    -- However many administrators press at once: nobody waits for two e-mails.
    create unique index resend_recipients_one_unfinished on resend_recipients (user_id)
      where state in ('waiting', 'sending');
    create index resend_recipients_sent on resend_recipients (at) where state = 'sent';
  end $do$;
`;
