/** Asks somebody who is logged in to prove again who they are, before a sensitive act. */
import { checkOwnPassword, refuseOutdated } from "@/lib/accounts/check-password";
import { ok, type Result } from "@/lib/kernel/result";
import type { Actor } from "@/lib/sessions/actor";
import type { TooMany } from "@/lib/throttle/spend-limits";
import { openPendingLogin } from "@/lib/two-factor/open-pending-login";
import { proofsDue, standingOf } from "@/lib/two-factor/policy";
import type { StartedLogin } from "./start-login";

/**
 * Starts a step-up with one's own password. Whoever has a second step proves that too, in the same pages as at login;
 * redeeming it renews the session. The pending login is bound to this user, this purpose and this session.
 */
export async function startStepUp(
  by: Actor,
  password: string,
  returnTo: string,
): Promise<Result<StartedLogin, { code: "wrong-credentials" } | TooMany>> {
  const checked = await checkOwnPassword(by.userId, password, by.visitor);
  if (!checked.ok) return checked;
  const proofs = proofsDue(standingOf(checked.value));
  const opened = await openPendingLogin({
    userId: by.userId,
    organisationId: by.organisationId,
    passwordHash: checked.value.passwordHash,
    purpose: "step-up",
    sessionId: by.sessionId,
    returnTo,
    proofs,
    owner: checked.value,
    counted: checked.value.counted,
    visitor: by.visitor,
  });
  return opened ? ok({ ...opened, proofs }) : refuseOutdated(checked.value, by.visitor);
}
