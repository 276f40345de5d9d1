/** Forgets a browser: the next login in it is that of a new one. */
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type FreshActor, onOneself } from "@/lib/sessions/actor";
import { holdSession } from "@/lib/sessions/hold-session";
import { deleteKnownBrowser } from "./browser-queries";

/**
 * Forgets one browser of one's own, after a fresh proof: whoever finds a session open must not have its owner's browsers
 * slowed down by guesses from elsewhere. Refuses `not-found` for one that is forgotten or somebody else's, and
 * `session-ended` to whom somebody has shut out meanwhile.
 */
export function forgetOwnBrowser(
  by: FreshActor,
  browserId: string,
): Promise<Result<undefined, { code: "not-found" | "session-ended" }>> {
  return inTransaction(async (trx) => {
    if (!(await holdSession(trx, by))) return refuse("session-ended");
    if (!(await deleteKnownBrowser(trx, by.userId, browserId))) return refuse("not-found");
    await recordEvent(trx, { event: "browser.forgotten", result: "success", ...onOneself(by) });
    return ok();
  });
}
