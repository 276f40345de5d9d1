/** The first step: address and password. What follows is a pending login, never yet a session. */
import { type Account, checkPassword } from "@/lib/accounts/check-password";
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { ok, type Result } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { forgiveLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { continuePendingLogin } from "@/lib/two-factor/continue-pending-login";
import type { ProofMethod } from "@/lib/two-factor/method";
import {
  type OpenedPendingLogin,
  openPendingLogin,
  passwordAccepted,
} from "@/lib/two-factor/open-pending-login";
import { authenticatorStanding, proofsDue } from "@/lib/two-factor/policy";

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
  return ok(await begin(checked.value, browser));
}

async function begin(
  account: Account,
  { presentToken, returnTo, visitor }: { presentToken: string | null; returnTo: string; visitor: Visitor },
): Promise<StartedLogin> {
  const proofs = proofsDue(standingOf(account));
  const { id: userId, organisationId, counted } = account;
  const of = { userId, organisationId, visitor };
  const continued =
    presentToken &&
    proofs.length > 0 &&
    (await inTransaction(async (trx) => {
      if (!(await continuePendingLogin(trx, presentToken, userId, returnTo))) return false;
      await recordEvent(trx, passwordAccepted(of));
      await forgiveLimits(counted, trx);
      return true;
    }));
  if (continued) return { token: presentToken, proofs, firstCode: null };
  const opening = {
    ...of,
    purpose: "login",
    sessionId: null,
    returnTo,
    proofs,
    owner: account,
    counted,
  } as const;
  return { ...(await openPendingLogin(opening)), proofs };
}

/** What the policy judges, from the account as the password check read it. */
export function standingOf(account: Account) {
  return {
    switchedOn: account.switchedOn,
    allowedMethods: account.allowedMethods,
    emailConfirmed: account.emailConfirmedAt !== null,
    emailMethodEnabled: account.emailMethodEnabled,
    ...authenticatorStanding(account.authenticatorFailures),
  };
}
