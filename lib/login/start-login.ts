/** The first step: address and password. What follows is a pending login, never yet a session. */
import { checkPassword, refuseOutdated } from "@/lib/accounts/check-password";
import { ok, type Result } from "@/lib/kernel/result";
import type { TooMany } from "@/lib/throttle/spend-limits";
import { type Beginning, beginSecondStep, type StartedLogin } from "./begin-second-step";

/** Starts a login: see {@link beginSecondStep} for what becomes of one that the browser has begun already. */
export async function startLogin(
  credentials: { email: string; password: string },
  browser: Pick<Beginning, "presentToken" | "returnTo" | "visitor">,
): Promise<Result<StartedLogin, { code: "wrong-credentials" } | TooMany>> {
  const checked = await checkPassword(credentials.email, credentials.password, browser.visitor);
  if (!checked.ok) return checked;
  const begun = await beginSecondStep(checked.value, { purpose: "login", sessionId: null, ...browser });
  return begun ? ok(begun) : refuseOutdated(checked.value, browser.visitor);
}
