/** Remembers pending logins. Transitions are single conditional statements, so that races have one winner. */
import { sql } from "kysely";
import type { Transaction } from "@/lib/database/transaction";
import type { ProofMethod } from "./method";
import type { PendingLogin } from "./pending-login";
import { tokenDigests } from "./pending-login-in-full-queries";

type NewPendingLogin = Omit<PendingLogin, "redeemedAt" | "cancelledAt"> & {
  tokenDigest: string;
  sessionId: string | null;
  createdAt: Date;
  address: string | null;
  userAgent: string | null;
};

export async function insertPendingLogin(trx: Transaction, pending: NewPendingLogin): Promise<void> {
  await trx
    .insertInto("pending_logins")
    .values({
      id: pending.id,
      token_digest: pending.tokenDigest,
      user_id: pending.userId,
      organisation_id: pending.organisationId,
      purpose: pending.purpose,
      return_to: pending.returnTo,
      session_id: pending.sessionId,
      created_at: pending.createdAt,
      expires_at: pending.expiresAt,
      tries_left: pending.triesLeft,
      sends_left: pending.sendsLeft,
      verified_by: pending.verifiedBy,
      verified_at: pending.verifiedBy ? pending.createdAt : null,
      address: pending.address,
      user_agent: pending.userAgent,
    })
    .execute();
}

/** Takes one sending; false when none is left. */
export async function spendSend(trx: Transaction, pendingLoginId: string): Promise<boolean> {
  const spent = await trx
    .updateTable("pending_logins")
    .set({ sends_left: sql`sends_left - 1` })
    .where("id", "=", pendingLoginId)
    .where("sends_left", ">", 0)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** Gives a sending back when the mail server did not take the letter: nothing was sent. */
export async function returnSend(trx: Transaction, pendingLoginId: string): Promise<void> {
  await trx
    .updateTable("pending_logins")
    .set({ sends_left: sql`sends_left + 1` })
    .where("id", "=", pendingLoginId)
    .execute();
}

/** What {@link claimVerified} hands over to whoever opens the session. */
export type ClaimedLogin = {
  id: string;
  userId: string;
  organisationId: string;
  purpose: "login" | "step-up";
  sessionId: string | null;
  method: ProofMethod | "password";
};

/**
 * Locks the user behind `token`. Whoever ends all logins of a user holds that row before the logins: taken in the same
 * order here, neither waits for the other in a circle.
 */
export async function lockOwner(trx: Transaction, token: string): Promise<void> {
  const owner = trx
    .selectFrom("pending_logins")
    .select("user_id")
    .where("token_digest", "in", tokenDigests(token));
  await trx.selectFrom("users").select("id").where("id", "in", owner).forNoKeyUpdate().execute();
}

/** Redeems a verified pending login of an active user, once: of forty at once, one gets it. */
export async function claimVerified(
  trx: Transaction,
  token: string,
  at: Date,
): Promise<ClaimedLogin | undefined> {
  const claimed = await trx
    .updateTable("pending_logins")
    .from("users")
    .whereRef("users.id", "=", "pending_logins.user_id")
    .where("users.status", "=", "active")
    .set({ redeemed_at: at })
    .where("token_digest", "in", tokenDigests(token))
    .where("verified_at", "is not", null)
    .where("redeemed_at", "is", null)
    .where("cancelled_at", "is", null)
    .where("expires_at", ">", at)
    .returning([
      "pending_logins.id",
      "pending_logins.user_id as userId",
      "pending_logins.organisation_id as organisationId",
      "purpose",
      "session_id as sessionId",
      "verified_by as method",
    ])
    .executeTakeFirst();
  return claimed && { ...claimed, method: claimed.method ?? "password" };
}

/** Ends a pending login that was not redeemed; returns whose it was. */
export async function cancelPendingLogin(
  trx: Transaction,
  token: string,
  at: Date,
): Promise<{ userId: string; organisationId: string } | undefined> {
  return trx
    .updateTable("pending_logins")
    .set({ cancelled_at: at })
    .where("token_digest", "in", tokenDigests(token))
    .where("redeemed_at", "is", null)
    .where("cancelled_at", "is", null)
    .returning(["user_id as userId", "organisation_id as organisationId"])
    .executeTakeFirst();
}

export async function setReturnTo(trx: Transaction, pendingLoginId: string, returnTo: string): Promise<void> {
  await trx
    .updateTable("pending_logins")
    .set({ return_to: returnTo })
    .where("id", "=", pendingLoginId)
    .execute();
}

/** Notes when and how the user last proved a second step. */
export async function noteLogin(trx: Transaction, claimed: ClaimedLogin, at: Date): Promise<void> {
  const method = claimed.method === "password" ? undefined : claimed.method;
  await trx
    .updateTable("users")
    .set({ last_login_at: at, ...(method && { last_method: method }) })
    .where("id", "=", claimed.userId)
    .execute();
}
