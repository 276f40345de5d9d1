/** Who added a user: their activation e-mail says so whenever it is sent, and by whomever. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const addedBy: Migration = {
  async up(db) {
    // Without a foreign key, as in `resend_recipients`: adding somebody locks no one else. It stays empty for those who
    // came from the command line, and for those who are there already.
    await sql`alter table users add column added_by uuid`.execute(db);
  },
};
