/** Remembers that sessions have ended. Rows stay for a while: people ask where they were logged in, and why no longer. */
import type { Transaction } from "@/lib/database/transaction";
import type { EndReason } from "./session";

/** Ends one session of `userId`; false when it had ended already or is somebody else's. */
export async function endSession(
  trx: Transaction,
  sessionId: string,
  userId: string,
  reason: EndReason,
  at: Date,
): Promise<boolean> {
  const ended = await trx
    .updateTable("sessions")
    .set({ ended_at: at, ended_reason: reason })
    .where("id", "=", sessionId)
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Ends all sessions of `userId`, but for `keep`; returns how many. */
export async function endAllSessions(
  trx: Transaction,
  userId: string,
  reason: EndReason,
  at: Date,
  keep?: string,
): Promise<number> {
  const ended = await trx
    .updateTable("sessions")
    .set({ ended_at: at, ended_reason: reason })
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .$if(keep !== undefined, (update) => update.where("id", "!=", keep ?? ""))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/** Where secrets lie that one session alone is shown; the database's `end_surplus_sessions` names them, too. */
const shownSecrets = ["authenticator_enrolments", "recovery_code_reveals"] as const;

/**
 * Forgets the secrets that are shown in the sessions of `userId`, or in those that `which` names: an enrolment that runs,
 * and recovery codes that wait to be saved. Whoever has seen one there must not make use of it by a request that is on its
 * way, and its owner must not be handed what somebody else has seen. Says whether there were any.
 */
export async function forgetShownSecrets(
  trx: Transaction,
  userId: string,
  which?: { only: string } | { allBut: string },
): Promise<boolean> {
  let count = 0n;
  for (const table of shownSecrets) {
    const { numDeletedRows } = await trx
      .deleteFrom(table)
      .where("user_id", "=", userId)
      .where(({ eb, lit }) => {
        if (!which) return lit(true);
        return "only" in which ? eb("session_id", "=", which.only) : eb("session_id", "!=", which.allBut);
      })
      .executeTakeFirst();
    count += numDeletedRows;
  }
  return count > 0n;
}

/**
 * Forgets in which browsers `userId` has been, but for the one with the digests `keep`: who sat there may not be who they
 * said. The next login there is told of by mail, and guesses from there count with those from anywhere. Says whether
 * there were any.
 */
export async function forgetKnownBrowsers(
  trx: Transaction,
  userId: string,
  keep: string[] = [],
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom("known_browsers")
    .where("user_id", "=", userId)
    .$if(keep.length > 0, (forget) => forget.where("browser_digest", "not in", keep))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Locks the user whose sessions are about to end, unless the caller has: whoever redeems a login holds that row before the
 * login, the sessions and what is shown in them.
 */
export async function lockOwner(trx: Transaction, userId: string): Promise<void> {
  await trx.selectFrom("users").select("id").where("id", "=", userId).forNoKeyUpdate().execute();
}

/**
 * Locks the users `ids` of an organisation, in one order, and says what they are: of two administrators who change each
 * other at once, neither waits for the other in a circle.
 */
export function lockUsers(trx: Transaction, organisationId: string, ids: string[]) {
  return trx
    .selectFrom("users")
    .select(["id", "role", "status"])
    .where("id", "in", ids)
    .where("organisation_id", "=", organisationId)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

/** Ends the step-ups of `userId` that are under way in the session `sessionId`: what they would renew is about to end. */
export async function cancelStepUpsIn(
  trx: Transaction,
  userId: string,
  sessionId: string,
  at: Date,
): Promise<void> {
  await cancelling(trx, userId, at).where("session_id", "=", sessionId).execute();
}

/**
 * Ends the logins of `userId` that are under way. Without it whoever has proven the second step, and waits, would walk
 * in behind the change that ended everything. A login that becomes a session just now is waited for. Says whether there
 * were any.
 */
export async function cancelLoginsUnderWay(trx: Transaction, userId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await cancelling(trx, userId, at).executeTakeFirst();
  return numUpdatedRows > 0n;
}

const cancelling = (trx: Transaction, userId: string, at: Date) =>
  trx
    .updateTable("pending_logins")
    .set({ cancelled_at: at })
    .where("user_id", "=", userId)
    .where("expires_at", ">", at)
    .where("redeemed_at", "is", null)
    .where("cancelled_at", "is", null);
