/** The first step: address and password. What follows is a pending login, never yet a session. */
import { type Account, checkPassword, refuseOutdated } from "@/lib/accounts/check-password";
import { ok, type Result } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import type { TooMany } from "@/lib/throttle/spend-limits";
import { continuePendingLogin } from "@/lib/two-factor/continue-pending-login";
import type { ProofMethod } from "@/lib/two-factor/method";
import { type OpenedPendingLogin, openPendingLogin } from "@/lib/two-factor/open-pending-login";
import { proofsDue, standingOf } from "@/lib/two-factor/policy";

/** A pending login, with its token for the browser's cookie. */
export type StartedLogin = OpenedPendingLogin & {
  /** What can prove the second step; none means that the password was enough and the login may be redeemed. */
  proofs: ProofMethod[];
};

/**
 * Starts a login. A second tab that starts one for the same user goes on with the first one's pending login, behind
 * `presentToken`: neither spoils the other's code, and starting over gives no tries back.
 */
export async function startLogin(
  credentials: { email: string; password: string },
  browser: { presentToken: string | null; returnTo: string; visitor: Visitor },
): Promise<Result<StartedLogin, { code: "wrong-credentials" } | TooMany>> {
  const checked = await checkPassword(credentials.email, credentials.password, browser.visitor);
  if (!checked.ok) return checked;
  const begun = await begin(checked.value, browser);
  return begun ? ok(begun) : refuseOutdated(checked.value, browser.visitor);
}

/** Undefined when the password was changed since `account` was read. */
async function begin(
  account: Account,
  { presentToken, returnTo, visitor }: { presentToken: string | null; returnTo: string; visitor: Visitor },
): Promise<StartedLogin | undefined> {
  const proofs = proofsDue(standingOf(account));
  const { id: userId, organisationId, passwordHash, counted } = account;
  const owner = { userId, organisationId, passwordHash };
  const continued =
    presentToken &&
    proofs.length > 0 &&
    (await continuePendingLogin(presentToken, { owner, returnTo, counted, visitor }));
  if (continued) return { token: presentToken, proofs, firstCode: null };
  const opened = await openPendingLogin({
    ...owner,
    purpose: "login",
    sessionId: null,
    returnTo,
    proofs,
    owner: account,
    counted,
    visitor,
  });
  return opened && { ...opened, proofs };
}
