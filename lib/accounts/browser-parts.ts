/** Knows the browser of a login, and remembers it, as parts of the statement that redeems the login. */
import { type QueryCreator, sql } from "kysely";
import type { Schema } from "@/lib/database/schema";

export type PresentBrowser = {
  /** What it may be known by: its digest under each key; the first is what it will be known by. */
  candidates: string[];
  /** What it says of itself, by which its owner tells it from others. */
  userAgent: string | null;
  /** A browser that was last noted after this is left as it is: not every login writes. */
  lastNoted: Date;
};

/** Whether `owner` has logged in before, and under which of the digests the present browser is known, as the part `known`. */
export function knowing(
  db: QueryCreator<Schema & { owner: { id: string; last_login_at: Date | null } }>,
  { candidates }: PresentBrowser,
) {
  return db
    .selectFrom("known_browsers")
    .where("known_browsers.user_id", "=", (one) => one.selectFrom("owner").select("owner.id"))
    .where(sql<boolean>`browser_digest = any(${candidates}::text[])`)
    .select([
      sql<boolean>`(select last_login_at from owner) is not null`.as("has_logged_in"),
      sql<string | null>`max(browser_digest)`.as("browser_digest"),
    ]);
}

export type Known = { has_logged_in: boolean; browser_digest: string | null };

/** Whether the browser of the part `known` is one that is not known of the user, and the login not the first one ever. */
export const isNewcomer = sql<boolean>`(known.has_logged_in and known.browser_digest is null)`;

/** Notes that the user of `claimed` used that browser at `at`, as a part after `known`. */
export function remembering(
  db: QueryCreator<Schema & { claimed: { user_id: string }; known: Known }>,
  { candidates, userAgent, lastNoted }: PresentBrowser,
  at: Date,
) {
  return db
    .insertInto("known_browsers")
    .columns(["user_id", "browser_digest", "user_agent", "first_seen_at", "last_seen_at"])
    .expression((query) =>
      query.selectFrom(["claimed", "known"]).select([
        "claimed.user_id",
        // Under an older key it stays as it is until that key is gone.
        sql<string>`coalesce(known.browser_digest, (${candidates}::text[])[1])`.as("browser_digest"),
        sql<string | null>`${userAgent}::text`.as("user_agent"),
        sql<Date>`${at}::timestamptz`.as("first_seen_at"),
        sql<Date>`${at}::timestamptz`.as("last_seen_at"),
      ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["user_id", "browser_digest"])
        .doUpdateSet({ last_seen_at: at, user_agent: userAgent })
        .where("known_browsers.last_seen_at", "<", lastNoted),
    );
}
