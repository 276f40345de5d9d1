/** Remembers the browsers that users may be known by, outside any login. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";

/** A browser as its owner is shown it. `userAgent` is what it said of itself; null where that was not kept yet. */
export type KnownBrowser = { id: string; userAgent: string | null; firstSeenAt: Date; lastSeenAt: Date };

/** Notes at `at` that `userId` may be known by the browser with `digest`. */
export async function insertKnownBrowser(
  trx: Transaction,
  userId: string,
  browser: { digest: string; userAgent: string | null },
  at: Date,
): Promise<void> {
  await trx
    .insertInto("known_browsers")
    .values({
      user_id: userId,
      browser_digest: browser.digest,
      user_agent: browser.userAgent,
      first_seen_at: at,
      last_seen_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The `limit` browsers of `userId` that were seen last, with what each is known by. */
export function listKnownBrowsers(
  on: Database,
  userId: string,
  limit: number,
): Promise<(KnownBrowser & { digest: string })[]> {
  return on
    .selectFrom("known_browsers")
    .where("user_id", "=", userId)
    .select([
      "id",
      "user_agent as userAgent",
      "first_seen_at as firstSeenAt",
      "last_seen_at as lastSeenAt",
      "browser_digest as digest",
    ])
    .orderBy("last_seen_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Deletes the browser `id` of `userId`; returns whether it was there. */
export async function deleteKnownBrowser(trx: Transaction, userId: string, id: string): Promise<boolean> {
  const deleted = await trx
    .deleteFrom("known_browsers")
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return deleted.length > 0;
}
