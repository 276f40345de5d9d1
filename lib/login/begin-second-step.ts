/** What follows a right password, at a login and at a step-up: the way to the second step, or past it. */
import type { Account } from "@/lib/accounts/check-password";
import { normalAddress } from "@/lib/accounts/email-address";
import type { Visitor } from "@/lib/kernel/visitor";
import { continuePendingLogin } from "@/lib/two-factor/continue-pending-login";
import type { ProofMethod } from "@/lib/two-factor/method";
import { type OpenedPendingLogin, openPendingLogin } from "@/lib/two-factor/open-pending-login";
import type { PendingLogin } from "@/lib/two-factor/pending-login";
import { proofsDue, standingOf } from "@/lib/two-factor/policy";

/** A pending login, with its token for the browser's cookie. */
export type StartedLogin = OpenedPendingLogin & {
  /** What can prove the second step; none means that the password was enough and the login may be redeemed. */
  proofs: ProofMethod[];
};

export type Beginning = {
  purpose: PendingLogin["purpose"];
  /** The session that a step-up renews. */
  sessionId: string | null;
  /** The token of the pending login that the browser has already. */
  presentToken: string | null;
  returnTo: string;
  visitor: Visitor;
};

/**
 * Goes on with the pending login behind the present token, if that is `account`'s for the same purpose, else opens one:
 * two tabs do not spoil each other's code, and starting over gives no tries back. The token is new either way. Undefined
 * when the password or the address was changed since `account` was read.
 */
export async function beginSecondStep(
  account: Account,
  { presentToken, ...beginning }: Beginning,
): Promise<StartedLogin | undefined> {
  const proofs = proofsDue(standingOf(account));
  const { id: userId, organisationId, passwordHash, counted } = account;
  const owner = { userId, organisationId, passwordHash, normalEmail: normalAddress(account.email) };
  const continued =
    presentToken &&
    proofs.length > 0 &&
    (await continuePendingLogin(presentToken, { ...beginning, owner, counted }));
  if (continued) return { token: continued, proofs, firstCode: null };
  const opened = await openPendingLogin({ ...beginning, ...owner, proofs, owner: account, counted });
  return opened && { ...opened, proofs };
}
