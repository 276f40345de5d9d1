/** Ends what was mailed to somebody whose address is changed, or who is deactivated. */
import type { Transaction } from "@/lib/database/transaction";
import { lockEmailTokens, voidEmailTokens } from "./void-links-queries";

/**
 * Holds the open links of `userId`; returns what ends them. Called before their row is locked, in the order of whoever
 * follows a link: two changes at once do not wait for each other in a circle.
 */
export async function holdLinks(trx: Transaction, userId: string): Promise<(at: Date) => Promise<void>> {
  const held = await lockEmailTokens(trx, userId);
  return (at) => voidEmailTokens(trx, held, at);
}
