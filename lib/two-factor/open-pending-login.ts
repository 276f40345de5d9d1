/** Opens a pending login: the password was right, and the second step begins. */
import type { AuditEvent } from "@/lib/audit/event";
import { database } from "@/lib/database/connection";
import { after, now } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { randomId, randomToken } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import { type Counted, forgiving } from "@/lib/throttle/spend-limits";
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
  /** What the password was counted for. */
  counted: Counted[];
  visitor: Visitor;
};

/**
 * Writes the pending login of whose password was right, with that event, and takes back what the password was counted
 * for. Returns its 256-bit token, of which only a digest is stored.
 */
export async function openPendingLogin(opening: PendingLoginOpening): Promise<string> {
  const token = randomToken();
  const at = now();
  const { userId, organisationId, visitor } = opening;
  const { part: forgiven, afterwards } = forgiving(opening.counted);
  const pending = {
    id: randomId(),
    tokenDigest: digest("pending-login", token),
    userId,
    organisationId,
    purpose: opening.purpose,
    returnTo: opening.returnTo,
    sessionId: opening.sessionId,
    createdAt: at,
    expiresAt: after(at, pendingLoginLife),
    triesLeft: triesPerLogin,
    sendsLeft: sendsPerLogin,
    verifiedBy: opening.verifiedByPassword ? ("password" as const) : null,
    address: visitor.address,
    userAgent: visitor.userAgent,
  };
  await insertPendingLogin(database(), pending, passwordAccepted(opening), forgiven);
  await afterwards();
  return token;
}

/** What is recorded when the password of `userId` was right. */
export function passwordAccepted(of: {
  userId: string;
  organisationId: string;
  visitor: Visitor;
}): AuditEvent {
  return {
    event: "password.accepted",
    result: "success",
    organisationId: of.organisationId,
    actorId: of.userId,
    targetId: of.userId,
    method: "password",
    visitor: of.visitor,
  };
}
