/** The last step: a verified pending login becomes a session, once. NextAuth's provider calls nothing but this. */

import { tellOfNewBrowser } from "@/lib/accounts/remember-browser";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { randomToken } from "@/lib/kernel/random";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { newSession } from "@/lib/sessions/open-session";
import { type Redeeming, redeem } from "./redeem-queries";

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
export async function redeemLogin(
  token: string,
  visitor: Visitor,
): Promise<Result<RedeemedLogin, { code: "nothing-to-redeem" }>> {
  const at = now();
  const { token: sessionToken, session } = newSession(visitor, at);
  const browserToken = visitor.browserToken ?? randomToken();
  const redeeming = { token, session, browserToken, visitor };
  const redeemed = await redeem(database(), { ...redeeming, fromNewBrowser: false }, at);
  const userId = redeemed.isNewBrowser ? await redeemAndTell(redeeming, at) : redeemed.userId;
  if (userId) return ok({ userId, sessionToken, browserToken });
  return refused(visitor);
}

/** From a browser that the user never had: a letter goes with the session, both or neither. */
function redeemAndTell(redeeming: Omit<Redeeming, "fromNewBrowser">, at: Date): Promise<string | null> {
  return inTransaction(async (trx) => {
    const { userId } = await redeem(trx, { ...redeeming, fromNewBrowser: true }, at);
    if (userId) await tellOfNewBrowser(trx, userId, redeeming.visitor);
    return userId;
  });
}

/** A second press of a button, or somebody who tries to get around the second step (ASVS 5.0, 16.3.3). */
async function refused(visitor: Visitor) {
  await recordEvent(database(), {
    event: "login.refused",
    result: "refusal",
    organisationId: null,
    actorId: null,
    visitor,
    reason: "nothing-to-redeem",
  });
  return refuse("nothing-to-redeem");
}
