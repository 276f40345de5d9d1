/** Makes sure of a session before a change that was asked for in it and may have waited. */
import type { Transaction } from "@/lib/database/transaction";
import type { Actor } from "./actor";
import { tooMany } from "./ending-parts";
import { lockUsers } from "./ending-queries";
import { findEnding } from "./queries";

/**
 * Whether the session that `by` acts in, or the one that a step-up has put in its place, is still its owner's, and they
 * are what they were in it: nobody has shut them out, nor given them another role. One that was too many was ended to
 * shut nobody out. Locks the user's row, so that it stays so until `trx` ends, and waits for whoever changes it just now;
 * with it that of `other`, a user of the same organisation whom the change is about.
 */
export async function holdSession(trx: Transaction, by: Actor, other = by.userId): Promise<boolean> {
  const users = await lockUsers(trx, by.organisationId, [by.userId, other]);
  const owner = users.find(({ id }) => id === by.userId);
  if (owner?.status !== "active" || owner.role !== by.role) return false;
  const ending = await findEnding(trx, by.sessionId);
  return ending !== undefined && (ending.reason === null || ending.reason === tooMany);
}
