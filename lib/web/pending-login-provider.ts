/**
 * The credentials provider of NextAuth. It decides nothing: it redeems a pending login that was verified before
 * (CVE-2025-29927 and cal.diy#10288 taught not to trust what comes before a guard).
 */
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import Credentials from "next-auth/providers/credentials";
import { type RedeemedLogin, redeemLogin } from "@/lib/login/redeem-login";
import { endLeftSession } from "@/lib/sessions/end-sessions";
import { findSession } from "@/lib/sessions/find-session";
import { keepBrowserToken, sessionToken } from "./cookies";
import { actorOf } from "./current";
import { currentVisitor } from "./visitor";

export const providerId = "pending-login";

/** The login that the very call which signs in has redeemed. Nothing that comes by HTTP can be in here. */
export const justRedeemed = new AsyncLocalStorage<RedeemedLogin | null>();

export const pendingLoginProvider = Credentials({
  id: providerId,
  credentials: { token: {} },
  async authorize({ token }) {
    if (typeof token !== "string") return null;
    const redeemed = justRedeemed.getStore() ?? (await redeemedBy(token));
    if (!redeemed) return null;
    await leavePresentSession(redeemed.sessionToken);
    await keepBrowserToken(redeemed.browserToken);
    return { id: redeemed.userId, sessionToken: redeemed.sessionToken };
  },
});

/** Ends the session whose cookie `newToken` takes the place of: but not the same one, which a second press leads to. */
async function leavePresentSession(newToken: string): Promise<void> {
  const present = await sessionToken();
  if (!present || present === newToken) return;
  const session = await findSession(present);
  if (session) await endLeftSession(await actorOf(session));
}

async function redeemedBy(token: string): Promise<RedeemedLogin | null> {
  const redeemed = await redeemLogin(token, await currentVisitor());
  return redeemed.ok ? redeemed.value : null;
}
