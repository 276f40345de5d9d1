/** Notes in a session that its owner has just proven a second step, so that it counts as fresh and as proven by it. */
import type { Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import type { Actor } from "./actor";
import { noteProof } from "./queries";
import type { SessionMethod } from "./session";

export function noteProofInSession(trx: Transaction, by: Actor, method: SessionMethod): Promise<void> {
  return noteProof(trx, by.sessionId, method, now());
}
