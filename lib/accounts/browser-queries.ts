/** Remembers the browsers that users may be known by, outside any login. */
import type { Transaction } from "@/lib/database/transaction";

/** Notes at `at` that `userId` may be known by the browser with `digest`. */
export async function insertKnownBrowser(
  trx: Transaction,
  userId: string,
  digest: string,
  at: Date,
): Promise<void> {
  await trx
    .insertInto("known_browsers")
    .values({ user_id: userId, browser_digest: digest, first_seen_at: at, last_seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
