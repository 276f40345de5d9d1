/** When codes by e-mail were turned on again: until then they are on since the address was confirmed. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const emailOnSince: Migration = {
  async up(db) {
    // Nobody can say it of those who have turned it off and on before: theirs stays the confirmation.
    await sql`alter table users add column email_method_enabled_at timestamptz`.execute(db);
  },
};
