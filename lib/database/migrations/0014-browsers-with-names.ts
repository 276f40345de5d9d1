/** Known browsers as their owner can tell them apart, and by what they are asked to be forgotten. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const browsersWithNames: Migration = {
  async up(db) {
    // An id, because the digest is for nobody's eyes. A user has few: they are found by the key that begins with the user.
    await sql`alter table known_browsers
      add column id uuid not null default gen_random_uuid(),
      add column user_agent text`.execute(db);
  },
};
