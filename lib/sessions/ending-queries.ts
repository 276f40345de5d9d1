/** Remembers that sessions have ended. Rows stay for a while: people ask where they were logged in, and why no longer. */
import type { Transaction } from "@/lib/database/transaction";

/** Ends one session of `userId`; false when it had ended already or is somebody else's. */
export async function endSession(
  trx: Transaction,
  sessionId: string,
  userId: string,
  reason: string,
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
  reason: string,
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

/** Ends the sessions of `userId` beyond the `most` that were seen last; returns how many. */
export async function endSurplusSessions(
  trx: Transaction,
  userId: string,
  most: number,
  reason: string,
  at: Date,
): Promise<number> {
  const surplus = trx
    .selectFrom("sessions")
    .select("id")
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", at)
    .orderBy("last_seen_at", "desc")
    .orderBy("created_at", "desc")
    .offset(most);
  const ended = await trx
    .updateTable("sessions")
    .set({ ended_at: at, ended_reason: reason })
    .where("id", "in", surplus)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/**
 * Ends the logins of `userId` that are under way. Without it whoever has proven the second step, and waits, would walk
 * in behind the change that ended everything. A login that becomes a session just now is waited for.
 */
export async function cancelLoginsUnderWay(trx: Transaction, userId: string, at: Date): Promise<void> {
  await trx
    .updateTable("pending_logins")
    .set({ cancelled_at: at })
    .where("user_id", "=", userId)
    .where("expires_at", ">", at)
    .where("redeemed_at", "is", null)
    .where("cancelled_at", "is", null)
    .execute();
}
