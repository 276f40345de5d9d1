/** Opens a pending login: the password was right, and the second step begins. */
import type { Transaction } from "@/lib/database/transaction";
import { after, now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { randomId, randomToken } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import { pendingLoginLife, sendsPerLogin, triesPerLogin } from "./pending-login";
import { insertPendingLogin } from "./pending-login-queries";

export type PendingLoginOpening = {
  userId: string;
  organisationId: string;
  purpose: "login" | "step-up";
  /** The session that a step-up renews. */
  sessionId: string | null;
  returnTo: string;
  /** True when no method is usable, so that the password alone opens the door. */
  verifiedByPassword: boolean;
  visitor: Visitor;
};

/** Writes the pending login in `trx` and returns its 256-bit token, of which only a digest is stored. */
export async function openPendingLogin(trx: Transaction, opening: PendingLoginOpening): Promise<string> {
  const token = randomToken();
  const at = now();
  await insertPendingLogin(trx, {
    id: randomId(),
    tokenDigest: digest("pending-login", token),
    userId: opening.userId,
    organisationId: opening.organisationId,
    purpose: opening.purpose,
    returnTo: opening.returnTo,
    sessionId: opening.sessionId,
    createdAt: at,
    expiresAt: after(at, pendingLoginLife),
    triesLeft: triesPerLogin,
    sendsLeft: sendsPerLogin,
    verifiedBy: opening.verifiedByPassword ? "password" : null,
    address: opening.visitor.address,
    userAgent: opening.visitor.userAgent,
  });
  return token;
}
