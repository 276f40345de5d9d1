/** Opens a session. Only the login does: it holds a redeemed pending login, which the table asks for. */
import { after } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { randomId, randomToken } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import type { EndReason } from "./end-sessions";
import { endingRenewed, endingSurplus, recordingSurplusRows } from "./ending-queries";
import type { NewSession, OnClaimed } from "./queries";
import { mostSessions, wholeLimit } from "./session";

export { type NewSession, openingSession } from "./queries";

/** A new session from `at` on, with its 256-bit token, which is stored nowhere. */
export function newSession(visitor: Visitor, at: Date): { token: string; session: NewSession } {
  const token = randomToken();
  return {
    token,
    session: {
      id: randomId(),
      tokenDigest: digest("session", token),
      createdAt: at,
      expiresAt: after(at, wholeLimit),
      address: visitor.address,
      userAgent: visitor.userAgent,
    },
  };
}

/** Ends the session that a step-up renews, as the part `renewed`. */
export function endingRenewedSession(db: OnClaimed, at: Date) {
  const reason: EndReason = "renewed";
  return endingRenewed(db, reason, at);
}

const tooMany: EndReason = "too-many-sessions";

/** Ends the session beyond {@link mostSessions}, as the part `surplus`. */
export function endingSurplusSessions(db: OnClaimed, at: Date) {
  return endingSurplus(db, mostSessions, tooMany, at);
}

/** Records what the part `surplus` ended. */
export function recordingSurplus(db: OnClaimed, visitor: Visitor) {
  return recordingSurplusRows(db, tooMany, visitor);
}
