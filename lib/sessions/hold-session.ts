/** Makes sure of a session before a change that was asked for in it and may have waited. */
import type { Transaction } from "@/lib/database/transaction";
import type { Actor } from "./actor";
import { tooMany } from "./ending-parts";
import { lockUsers } from "./ending-queries";
import { findLastOfLine } from "./queries";

/**
 * Returns `by` in the session that they are in by now: the one that they act in, or the one that a step-up has put in its
 * place. Undefined where it is not theirs any more, or they are not what they were in it: somebody has shut them out, or
 * given them another role. One that was too many was ended to shut nobody out. Locks the user's row, so that it stays so
 * until `trx` ends, and waits for whoever changes it just now; with it that of `other`, a user of the same organisation
 * whom the change is about.
 */
export async function holdSession<By extends Actor>(
  trx: Transaction,
  by: By,
  other = by.userId,
): Promise<By | undefined> {
  const users = await lockUsers(trx, by.organisationId, [by.userId, other]);
  const owner = users.find(({ id }) => id === by.userId);
  if (owner?.status !== "active" || owner.role !== by.role) return undefined;
  const last = await findLastOfLine(trx, by.sessionId);
  const isTheirs = last && (last.reason === null || last.reason === tooMany);
  return isTheirs ? { ...by, sessionId: last.id } : undefined;
}
