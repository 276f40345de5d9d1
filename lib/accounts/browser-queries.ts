/** Remembers the browsers that users have logged in with. */
import { type QueryCreator, sql } from "kysely";
import type { Schema } from "@/lib/database/schema";
import { digest, digests } from "@/lib/kernel/digest";

/**
 * How many browsers `owner` has logged in with, and under which digest the one with `token` is known, as the part
 * `known` of a statement.
 */
export function knowing(db: QueryCreator<Schema & { owner: { id: string; status: string } }>, token: string) {
  return db
    .selectFrom("known_browsers")
    .innerJoin("owner", "owner.id", "known_browsers.user_id")
    .select([
      sql<number>`count(*)::integer`.as("browsers"),
      sql<
        string | null
      >`max(browser_digest) filter (where browser_digest = any(${digests("known-browser", token)}::text[]))`.as(
        "browser_digest",
      ),
    ]);
}

/** Whether the browser of the part `known` is one that the user never had, and not the first one ever. */
export const isNewcomer = sql<boolean>`(known.browsers > 0 and known.browser_digest is null)`;

/** Notes that the user of `claimed` used the browser with `token` at `at`, as a part after `known`. */
export function remembering(
  db: QueryCreator<
    Schema & { claimed: { user_id: string }; known: { browsers: number; browser_digest: string | null } }
  >,
  token: string,
  at: Date,
) {
  return db
    .insertInto("known_browsers")
    .columns(["user_id", "browser_digest", "first_seen_at", "last_seen_at"])
    .expression((query) =>
      query.selectFrom(["claimed", "known"]).select([
        "claimed.user_id",
        // Under an older key it stays as it is until that key is gone.
        sql<string>`coalesce(known.browser_digest, ${digest("known-browser", token)}::text)`.as(
          "browser_digest",
        ),
        sql<Date>`${at}::timestamptz`.as("first_seen_at"),
        sql<Date>`${at}::timestamptz`.as("last_seen_at"),
      ]),
    )
    .onConflict((conflict) =>
      conflict.columns(["user_id", "browser_digest"]).doUpdateSet({ last_seen_at: at }),
    );
}
