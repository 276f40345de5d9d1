/** Ends every session of another user, at their next request. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { isId } from "@/lib/kernel/id";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { actedBy, type FreshActor } from "@/lib/sessions/actor";
import { endAllBecause } from "@/lib/sessions/end-sessions";
import { holdSession } from "@/lib/sessions/hold-session";
import type { Permitted } from "./permission";
import { findUser } from "./user-queries";
import { mayHandOut, reachOf } from "./visibility";

/**
 * Ends them and says how many there were. Refuses `not-found` for a user who may not be changed, and `session-ended` to
 * whom somebody has shut out meanwhile.
 */
export async function endUserSessions(
  by: Permitted<"users.edit"> & FreshActor,
  id: string,
): Promise<Result<{ count: number }, { code: "not-found" | "session-ended" }>> {
  if (!isId(id)) return refuse("not-found");
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by, id))) return refuse("session-ended");
    const user = await findUser(trx, reachOf(by), id);
    if (!user || !mayHandOut(by.role, user.role)) return refuse("not-found");
    const { count } = await endAllBecause(trx, id, "ended-by-administrator");
    await recordEvent(trx, {
      event: "session.ended",
      result: "success",
      ...actedBy(by),
      targetId: id,
      reason: "ended-by-administrator",
      detail: { count },
    });
    return ok({ count });
  });
}
