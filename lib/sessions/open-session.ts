/** Opens a session. Only the login does: it holds a redeemed pending login, which the table asks for. */
import type { AuditEvent } from "@/lib/audit/event";
import { database } from "@/lib/database/connection";
import { after, before } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { randomId } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import type { EndReason } from "./end-sessions";
import { endingRenewed, endingSurplus, type OnTaken } from "./ending-queries";
import { findOwnerOfOpened, type NewSession, type OnClaimed } from "./opening-queries";
import { type IdleSince, mostSessions, sameAnswerFor, wholeLimit } from "./session";

export { recordingSurplus } from "./ending-queries";
export { type NewSession, openingSession } from "./opening-queries";
export { type IdleSince, idleSince } from "./session";

/** A new session from `at` on behind `token`, of 256 bits, which is stored nowhere. */
export function newSession(token: string, visitor: Visitor, at: Date): NewSession {
  return {
    id: randomId(),
    tokenDigest: digest("session", token),
    createdAt: at,
    expiresAt: after(at, wholeLimit),
    address: visitor.address,
    userAgent: visitor.userAgent,
  };
}

/** Whose live session is behind `token`, if it was opened less than {@link sameAnswerFor} before `at`; else undefined. */
export function ownerOfJustOpened(token: string, at: Date): Promise<string | undefined> {
  return findOwnerOfOpened(database(), token, before(at, sameAnswerFor));
}

/** Ends the session that a step-up renews, as the part `renewed`: no row when that one is not live at `at` any more. */
export function endingRenewedSession(db: OnTaken, idle: IdleSince, at: Date) {
  const reason: EndReason = "renewed";
  return endingRenewed(db, reason, idle, at);
}

const tooMany: EndReason = "too-many-sessions";

/** Ends the session beyond {@link mostSessions}, as the part `surplus`. */
export function endingSurplusSessions(db: OnClaimed, at: Date) {
  return endingSurplus(db, mostSessions, tooMany, at);
}

/** What is recorded of each session that {@link endingSurplusSessions} ends; the statement knows whose it is. */
export function surplusEnded(visitor: Visitor): AuditEvent {
  const nobodyYet = { organisationId: null, actorId: null };
  return { event: "session.ended", result: "success", ...nobodyYet, visitor, reason: tooMany };
}
