/** Ends what was mailed to somebody who is deactivated, or whose address or password is another one now. */
import type { Transaction } from "@/lib/database/transaction";
import type { EmailTokenPurpose } from "./email-token";
import { lockEmailTokens, voidEmailTokens } from "./void-links-queries";

/**
 * Holds the open links of `userId`, those for `purpose` or all; returns what ends them, but for one that was followed
 * by then. Called before their row is locked, in the order of whoever follows a link: two changes at once do not wait
 * for each other in a circle.
 */
export async function holdLinks(
  trx: Transaction,
  userId: string,
  purpose?: EmailTokenPurpose,
): Promise<(at: Date) => Promise<void>> {
  const held = await lockEmailTokens(trx, userId, purpose);
  return (at) => voidEmailTokens(trx, held, at);
}
