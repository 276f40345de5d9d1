/** What an authenticator app calls the organisation: what it was called when the app was set up. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const issuer: Migration = {
  async up(db) {
    // Of those who have one already nobody knows: theirs counts as called like the organisation now.
    await sql`alter table authenticators add column issuer text`.execute(db);
  },
};
