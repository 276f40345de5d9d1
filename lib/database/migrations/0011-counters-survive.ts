/** Counters of attempts survive a crash of the database and its move to a standby, as locks of up to a day must. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const countersSurvive: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- An unlogged table is empty after a crash, on every standby, and at some hosts after each restart: whoever was
    -- locked out had all attempts again. What is written ahead for a login by password and authenticator grows from 4.7
    -- to about 7.3 kB; no wait is added, as such a step writes ahead and waits for the disk anyway.
    alter table throttles set logged;
  end $do$;
`;
