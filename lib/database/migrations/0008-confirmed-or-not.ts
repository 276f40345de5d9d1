/** Whose address is confirmed and whose is not, each in the order of the list: either may be a handful of a million. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const confirmedOrNot: Migration = {
  async up(db) {
    await sql.raw(changes).execute(db);
  },
};

const changes = `
  do $do$ begin
    create index users_confirmed on users (organisation_id, name_folded, id) include (email_folded)
      where email_confirmed_at is not null;
    -- In the place of the one that knew active users only, and served no filter of the list.
    create index users_not_confirmed on users (organisation_id, name_folded, id) include (email_folded, status)
      where email_confirmed_at is null;
    drop index users_to_confirm;
  end $do$;
`;
