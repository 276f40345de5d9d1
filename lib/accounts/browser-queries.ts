/** Remembers the browsers that users have logged in with. */
import type { Transaction } from "@/lib/database/transaction";
import { digests } from "@/lib/kernel/digest";

/** Notes that `userId` used the browser at `at`; true when they never had. */
export async function noteBrowser(
  trx: Transaction,
  userId: string,
  token: string,
  newestDigest: string,
  at: Date,
): Promise<boolean> {
  const seen = await trx
    .updateTable("known_browsers")
    .set({ last_seen_at: at })
    .where("user_id", "=", userId)
    .where("browser_digest", "in", digests("known-browser", token))
    .executeTakeFirst();
  if (seen.numUpdatedRows > 0n) return false;
  await trx
    .insertInto("known_browsers")
    .values({ user_id: userId, browser_digest: newestDigest, first_seen_at: at, last_seen_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

export async function countBrowsers(trx: Transaction, userId: string): Promise<number> {
  const { count } = await trx
    .selectFrom("known_browsers")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
