/** Opens a session. Only the login does: it holds a redeemed pending login, which the table asks for. */
import type { Transaction } from "@/lib/database/transaction";
import { after } from "@/lib/kernel/clock";
import { digest } from "@/lib/kernel/digest";
import { randomId, randomToken } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import { insertSession } from "./queries";
import { type SessionMethod, wholeLimit } from "./session";

export type Opening = {
  userId: string;
  organisationId: string;
  pendingLoginId: string;
  method: SessionMethod;
  visitor: Visitor;
};

/** Writes a new session at `at` and returns its 256-bit token, which is stored nowhere. */
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
  return { id, token };
}
