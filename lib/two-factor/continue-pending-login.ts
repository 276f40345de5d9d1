/** Goes on with the pending login that a browser already has, instead of opening a second one beside it. */
import { eventNow } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { after, now } from "@/lib/kernel/clock";
import { randomToken } from "@/lib/kernel/random";
import type { Visitor } from "@/lib/kernel/visitor";
import { type Counted, forgiving, ofAccounts } from "@/lib/throttle/spend-limits";
import type { CheckedOwner } from "./checked-owner-parts";
import { continueLogin } from "./continuing-queries";
import { passwordAccepted } from "./open-pending-login";
import { enoughLeft, type PendingLogin } from "./pending-login";
import { tokenDigest, tokenDigests } from "./pending-login-token";

export type PendingLoginContinuation = {
  purpose: PendingLogin["purpose"];
  /** The session that a step-up renews. */
  sessionId: string | null;
  /** Whose password was right, for which hash, and at which address. */
  owner: CheckedOwner & { organisationId: string };
  returnTo: string;
  /** What the password was counted for. */
  counted: Counted[];
  visitor: Visitor;
};

/**
 * When the pending login behind `token` is open, its owner's, for this purpose and session, and has {@link enoughLeft} of
 * its life, it leads to `returnTo` from now on, and answers to the token that is returned: whoever knows the one from
 * before the password, as by having been at this browser, shares nothing of what comes of it (ASVS 5.0, 7.2.4).
 */
export async function continuePendingLogin(
  token: string,
  { purpose, sessionId, owner, returnTo, counted, visitor }: PendingLoginContinuation,
): Promise<string | undefined> {
  const { organisationId, ...checked } = owner;
  const { part: forgiven, afterwards } = forgiving(ofAccounts(counted));
  const newToken = randomToken();
  const [continued] = await continueLogin(database(), {
    tokens: tokenDigests(token),
    newTokenDigest: tokenDigest(newToken),
    purpose,
    sessionId,
    owner: checked,
    returnTo,
    event: eventNow(passwordAccepted({ userId: checked.userId, organisationId, visitor })),
    forgiven,
    until: after(now(), enoughLeft),
  });
  if (!continued) return undefined;
  await afterwards();
  return newToken;
}
