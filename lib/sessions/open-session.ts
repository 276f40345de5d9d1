/** Opens a session. Only the login does: it holds a redeemed pending login, which the table asks for. */
import { recordEvent } from "@/lib/audit/record-event";
import type { Transaction } from "@/lib/database/transaction";
import { after } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { randomId, randomToken } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import type { EndReason } from "./end-sessions";
import { endSurplusSessions } from "./ending-queries";
import { insertSession } from "./queries";
import { mostSessions, type SessionMethod, wholeLimit } from "./session";

export type Opening = {
  userId: string;
  organisationId: string;
  pendingLoginId: string;
  method: SessionMethod;
  visitor: Visitor;
};

/**
 * Writes a new session at `at` and returns its 256-bit token, which is stored nowhere. The session beyond
 * {@link mostSessions} ends. The caller holds the user's row, so that two logins at once count one after the other.
 */
export async function openSession(
  trx: Transaction,
  opening: Opening,
  at: Date,
): Promise<{ id: string; token: string }> {
  const id = randomId();
  const token = randomToken();
  await insertSession(trx, {
    id,
    tokenDigest: digest("session", token),
    userId: opening.userId,
    organisationId: opening.organisationId,
    pendingLoginId: opening.pendingLoginId,
    method: opening.method,
    createdAt: at,
    expiresAt: after(at, wholeLimit),
    address: opening.visitor.address,
    userAgent: opening.visitor.userAgent,
  });
  await endSurplus(trx, opening, at);
  return { id, token };
}

async function endSurplus(
  trx: Transaction,
  { userId, organisationId, visitor }: Opening,
  at: Date,
): Promise<void> {
  const reason: EndReason = "too-many-sessions";
  const count = await endSurplusSessions(trx, userId, mostSessions, reason, at);
  if (count === 0) return;
  const about = { organisationId, actorId: userId, targetId: userId, visitor };
  await recordEvent(trx, { event: "session.ended", result: "success", ...about, reason, detail: { count } });
}
