/** What a session is opened with: only by the login, which holds a redeemed pending login, as the table asks. */
import type { AuditEvent } from "@/lib/audit/event";
import { database } from "@/lib/database/connection";
import { after, before } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { randomId } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import { tooMany } from "./ending-parts";
import type { NewSession } from "./opening-parts";
import { findOwnerOfOpened } from "./queries";
import { sameAnswerFor, wholeLimit } from "./session";

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

/** What is recorded of sessions that are too many; the statement that ends them knows whose they are. */
export function surplusEnded(visitor: Visitor): AuditEvent {
  const nobodyYet = { organisationId: null, actorId: null };
  return { event: "session.ended", result: "success", ...nobodyYet, visitor, reason: tooMany };
}
