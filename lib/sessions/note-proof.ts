/** A second step that is proven inside of a session, and not on the way to it. */
import type { Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import type { Actor } from "./actor";
import { noteProof } from "./queries";
import type { SessionMethod } from "./session";

/** Notes in the session of `by` that its owner has just proven `method`: it counts as fresh, and as opened by that. */
export function noteProofInSession(trx: Transaction, by: Actor, method: SessionMethod): Promise<void> {
  return noteProof(trx, by.sessionId, method, now());
}
