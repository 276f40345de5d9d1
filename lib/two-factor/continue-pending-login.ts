/** Goes on with the pending login that a browser already has, instead of opening a second one beside it. */
import { eventNow } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { after, now } from "@/lib/kernel/clock";
import type { Visitor } from "@/lib/kernel/visitor";
import { type Counted, forgiving, ofAccounts } from "@/lib/throttle/spend-limits";
import { passwordAccepted } from "./open-pending-login";
import { type CheckedOwner, continueLogin } from "./opening-queries";
import { enoughLeft, type PendingLogin } from "./pending-login";
import { tokenDigests } from "./pending-login-token";

export type PendingLoginContinuation = {
  purpose: PendingLogin["purpose"];
  /** The session that a step-up renews. */
  sessionId: string | null;
  /** Whose password was right, and for which hash. */
  owner: CheckedOwner & { organisationId: string };
  returnTo: string;
  /** What the password was counted for. */
  counted: Counted[];
  visitor: Visitor;
};

/**
 * True when the pending login behind `token` is open, its owner's, for this purpose and session, and has
 * {@link enoughLeft} of its life; it then leads to `returnTo`.
 */
export async function continuePendingLogin(
  token: string,
  { purpose, sessionId, owner, returnTo, counted, visitor }: PendingLoginContinuation,
): Promise<boolean> {
  const { userId, organisationId, passwordHash } = owner;
  const { part: forgiven, afterwards } = forgiving(ofAccounts(counted));
  const [continued] = await continueLogin(database(), {
    tokens: tokenDigests(token),
    purpose,
    sessionId,
    owner: { userId, passwordHash },
    returnTo,
    event: eventNow(passwordAccepted({ userId, organisationId, visitor })),
    forgiven,
    until: after(now(), enoughLeft),
  });
  if (continued) await afterwards();
  return continued !== undefined;
}
