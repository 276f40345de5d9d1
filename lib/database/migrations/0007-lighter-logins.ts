/** What makes the steps of a login cheaper to write: no look at the organisation, and room beside rows that change. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const lighterLogins: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    -- Both belong to the organisation of their user, who is looked at anyway. To look at the organisation, too, is to
    -- lock its one row in each login, and whoever logs in at the same time has to write down that they share the lock.
    alter table pending_logins drop constraint pending_logins_organisation_id_fkey;
    alter table sessions drop constraint sessions_organisation_id_fkey;

    -- A login changes these rows. With room on their page the new version stays there, and no index is written.
    alter table users set (fillfactor = 90);
    alter table authenticators set (fillfactor = 80);
    alter table pending_logins set (fillfactor = 60);
    alter table challenges set (fillfactor = 60);
    alter table throttles set (fillfactor = 60);
  end $do$;
`;
