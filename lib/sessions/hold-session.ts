/** Makes sure of a session before a change that was asked for in it and may have waited. */
import type { Transaction } from "@/lib/database/transaction";
import type { Actor } from "./actor";
import { lockOwner } from "./ending-queries";
import { findEnding } from "./queries";
import type { EndReason } from "./session";

/** How sessions end of which nobody was to be shut out: another one of the same person has taken their place. */
const replaced: EndReason[] = ["renewed", "too-many-sessions"];

/**
 * Whether the session that `by` acts in is still its owner's: nobody has been shut out of it. Locks the user's row, so
 * that it stays so until `trx` ends, and waits for whoever ends it just now.
 */
export async function holdSession(trx: Transaction, by: Actor): Promise<boolean> {
  await lockOwner(trx, by.userId);
  const ending = await findEnding(trx, by.sessionId);
  return ending !== undefined && (ending.reason === null || replaced.includes(ending.reason));
}
