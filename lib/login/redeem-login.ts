/** The last step: a verified pending login becomes a session, once. NextAuth's provider calls nothing but this. */

import { rememberBrowser } from "@/lib/accounts/remember-browser";
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { endOneBecause } from "@/lib/sessions/end-sessions";
import { openSession } from "@/lib/sessions/open-session";
import { claimPendingLogin } from "@/lib/two-factor/claim-pending-login";

export type RedeemedLogin = {
  userId: string;
  sessionToken: string;
  /** By which the browser is known again: the one it brought, or a new one. */
  browserToken: string;
};

/**
 * Opens a session for the verified pending login behind `token`. A step-up gets a new session id, too, and the one
 * that it renews ends (ASVS 5.0, 7.2.4). Refuses everything else, so that posting here directly opens nothing.
 */
export function redeemLogin(
  token: string,
  visitor: Visitor,
): Promise<Result<RedeemedLogin, { code: "nothing-to-redeem" }>> {
  return inTransaction(async (trx) => {
    const at = now();
    const claimed = await claimPendingLogin(trx, token, at);
    if (!claimed) return refused(trx, visitor);
    const session = await openSession(trx, { ...claimed, pendingLoginId: claimed.id, visitor }, at);
    if (claimed.sessionId) await endOneBecause(trx, claimed.sessionId, claimed.userId, "renewed");
    await recordEvent(trx, {
      event: claimed.purpose === "login" ? "login.completed" : "step-up.completed",
      result: "success",
      organisationId: claimed.organisationId,
      actorId: claimed.userId,
      targetId: claimed.userId,
      method: claimed.method,
      visitor,
    });
    const browserToken = await rememberBrowser(trx, claimed.userId, visitor);
    return ok({ userId: claimed.userId, sessionToken: session.token, browserToken });
  });
}

/** A second press of a button, or somebody who tries to get around the second step (ASVS 5.0, 16.3.3). */
async function refused(trx: Transaction, visitor: Visitor) {
  await recordEvent(trx, {
    event: "login.refused",
    result: "refusal",
    organisationId: null,
    actorId: null,
    visitor,
    reason: "nothing-to-redeem",
  });
  return refuse("nothing-to-redeem");
}
