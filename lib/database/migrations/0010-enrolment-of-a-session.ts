/** Secrets that are shown belong to the session that they were shown in, not to everybody who is logged in as its user. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const enrolmentOfASession: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- Nobody can say in which session those that run just now were begun. They live ten minutes, and begin anew.
    delete from authenticator_enrolments;
    delete from recovery_code_reveals;
    -- Without a reference: sessions are kept for months and these rows for minutes.
    alter table authenticator_enrolments add column session_id uuid not null;
    alter table recovery_code_reveals add column session_id uuid not null;
  end $do$;
`;
