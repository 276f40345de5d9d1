/** By which session a step-up has renewed one: whoever ends that one shuts out what still goes on in the other. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const renewedBy: Migration = {
  async up(db) {
    // Of those that were renewed before nobody knows: what goes on in them is over within seconds.
    await sql`alter table sessions add column renewed_by uuid`.execute(db);
  },
};
