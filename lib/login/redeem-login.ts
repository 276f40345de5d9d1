/** The last step: a verified pending login becomes a session, once. NextAuth's provider calls nothing but this. */
import { limitsOfRecording } from "@/lib/accounts/door-limits";
import { presentBrowser, tellOfNewBrowser } from "@/lib/accounts/remember-browser";
import { eventNow, recordEvent } from "@/lib/audit/record-event";
import { type Database, database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { derivedToken } from "@/lib/kernel/digest";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { newSession, ownerOfJustOpened, surplusEnded } from "@/lib/sessions/open-session";
import { idleSince } from "@/lib/sessions/session";
import { spendLimits } from "@/lib/throttle/spend-limits";
import { tokenDigests } from "@/lib/two-factor/pending-login-token";
import { type Redeeming, redeem } from "./redeem-queries";
import { refusedLogin } from "./refused-login";

export type RedeemedLogin = {
  userId: string;
  sessionToken: string;
  /** By which the browser is known again: the one it brought, or a new one. */
  browserToken: string;
};

/**
 * Opens a session for the verified pending login behind `token`, once. A step-up gets a new session id, too, and the
 * one that it renews ends (ASVS 5.0, 7.2.4); where that one is not live any more, nothing opens. Whoever asks again by
 * the same token within ten seconds gets the same session: their browser may have dropped the first answer. Refuses
 * everything else, so that posting here directly opens nothing.
 */
export async function redeemLogin(
  token: string,
  visitor: Visitor,
): Promise<Result<RedeemedLogin, { code: "nothing-to-redeem" }>> {
  const at = now();
  const tokens = tokensFor(token, visitor);
  const redeeming = redeemingOf(token, tokens, visitor, at);
  const redeemed = await redeemOnce(database(), { ...redeeming, fromNewBrowser: false });
  const opened = redeemed?.isNewBrowser ? await redeemAndTell(redeeming, visitor) : redeemed?.userId;
  const userId = opened ?? (await ownerOfJustOpened(tokens.sessionToken, at));
  return userId ? ok({ userId, ...tokens }) : refused(visitor);
}

type Tokens = Omit<RedeemedLogin, "userId">;

/** They follow from the login's own `token`, so that asking again leads to the same ones without storing them. */
export const tokensFor = (token: string, { browserToken }: Visitor): Tokens => ({
  sessionToken: derivedToken("session-of-login", token),
  browserToken: browserToken ?? derivedToken("browser-of-login", token),
});

/** What is written when the login behind `token` is redeemed at `at`. */
export function redeemingOf(
  token: string,
  { sessionToken, browserToken }: Tokens,
  visitor: Visitor,
  at: Date,
): Redeeming {
  const ofNobodyYet = { organisationId: null, actorId: null, visitor };
  return {
    tokens: tokenDigests(token),
    session: newSession(sessionToken, visitor, at),
    browser: presentBrowser(browserToken, visitor, at),
    events: {
      completed: eventNow({ event: "login.completed", result: "success", ...ofNobodyYet }),
      surplus: eventNow(surplusEnded(visitor)),
    },
    idle: idleSince(at),
    at,
  };
}

/** From a browser that the user never had: a letter goes with the session, both or neither. */
function redeemAndTell(redeeming: Redeeming, visitor: Visitor) {
  return inTransaction(async (trx) => {
    const redeemed = await redeemOnce(trx, { ...redeeming, fromNewBrowser: true });
    if (redeemed?.userId) await tellOfNewBrowser(trx, redeemed.userId, visitor);
    return redeemed?.userId;
  });
}

async function redeemOnce(on: Database, redeeming: Redeeming & { fromNewBrowser: boolean }) {
  const [redeemed] = await redeem(on, redeeming);
  return redeemed;
}

/** Recorded as often as tells of somebody who tries: their own login, which is not proven yet, is asked for at no limit. */
async function refused(visitor: Visitor) {
  if ((await spendLimits(limitsOfRecording("redeeming", visitor))).ok)
    await recordEvent(database(), refusedLogin("nothing-to-redeem", visitor));
  return refuse("nothing-to-redeem");
}
