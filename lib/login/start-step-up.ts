/** Asks somebody who is logged in to prove again who they are, before a sensitive act. */
import { checkOwnPassword, refuseOutdated } from "@/lib/accounts/check-password";
import { ok, type Result } from "@/lib/kernel/result";
import type { Actor } from "@/lib/sessions/actor";
import type { TooMany } from "@/lib/throttle/spend-limits";
import { type Beginning, beginSecondStep, type StartedLogin } from "./begin-second-step";

/**
 * Starts a step-up with one's own password. Whoever has a second step proves that too, in the same pages as at login;
 * redeeming it renews the session. The pending login is bound to this user, this purpose and this session.
 */
export async function startStepUp(
  by: Actor,
  password: string,
  browser: Pick<Beginning, "presentToken" | "returnTo">,
): Promise<Result<StartedLogin, { code: "wrong-credentials" } | TooMany>> {
  const { userId, sessionId, visitor } = by;
  const checked = await checkOwnPassword(userId, password, visitor);
  if (!checked.ok) return checked;
  const begun = await beginSecondStep(checked.value, { purpose: "step-up", sessionId, visitor, ...browser });
  return begun ? ok(begun) : refuseOutdated(checked.value, visitor);
}
