/** Whether somebody has said that they saved their recovery codes. Of older ones nobody knows: they count as saved. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const recoveryCodesSaved: Migration = {
  async up(db) {
    // With its default no row is written anew, and an instance of the version before goes on inserting.
    await sql`alter table recovery_codes add column saved boolean not null default true`.execute(db);
  },
};
