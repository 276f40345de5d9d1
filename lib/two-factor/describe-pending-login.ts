/** Tells a page how a pending login stands, and nothing that its holder may not know. */
import { maskedAddress } from "@/lib/accounts/email-address";
import { database } from "@/lib/database/connection";
import { holds, now } from "@/lib/kernel/clock";
import { liveChallenge } from "./challenge";
import type { Method } from "./method";
import { type PendingLogin, type PendingLoginState, stateOf } from "./pending-login";
import { findPendingLogin } from "./pending-login-in-full-queries";
import { preselected, proofsDue, type Standing, takesRecoveryCodes, usableMethods } from "./policy";
import { codesLeft } from "./recovery-code";
import { listRecoveryCodes } from "./recovery-code-queries";

export type PendingLoginDescription = {
  /** As it is stored; `methods-changed` is an open one that nothing can prove any more, and that is of no use. */
  state: PendingLoginState | "methods-changed";
  userId: string;
  purpose: PendingLogin["purpose"];
  returnTo: string;
  organisationName: string;
  /** What the authenticator app calls it: its name when the app was set up. */
  issuer: string;
  language: string | null;
  maskedEmail: string;
  methods: Method[];
  preselected: Method | undefined;
  /** Whether recovery codes count: beside an authenticator, also one that is locked out. */
  takesRecoveryCodes: boolean;
  recoveryCodesLeft: number;
  triesLeft: number;
  sendsLeft: number;
  /** The code that is on its way or there; null when none was sent or the last one cannot be used any more. */
  code: { sentAt: Date; expiresAt: Date; holds: boolean } | null;
};

/** The pending login behind `token`; undefined when there is none or its user may not log in any more. */
export async function describePendingLogin(token: string): Promise<PendingLoginDescription | undefined> {
  const pending = await findPendingLogin(database(), token);
  if (!pending?.active) return undefined;
  const at = now();
  const methods = usableMethods(pending.standing);
  const takesCodes = takesRecoveryCodes(pending.standing);
  const live = liveChallenge(pending.challenges);
  return {
    state: usefulStateOf(stateOf(pending, at), pending.standing),
    userId: pending.userId,
    purpose: pending.purpose,
    returnTo: pending.returnTo,
    organisationName: pending.organisationName,
    issuer: pending.issuer ?? pending.organisationName,
    language: pending.language,
    maskedEmail: maskedAddress(pending.email),
    methods,
    preselected: preselected(methods, { preferred: pending.preferredMethod, last: pending.lastMethod }),
    takesRecoveryCodes: takesCodes,
    recoveryCodesLeft: takesCodes ? codesLeft(await listRecoveryCodes(database(), pending.userId)) : 0,
    triesLeft: pending.triesLeft,
    sendsLeft: pending.sendsLeft,
    code: live ? { sentAt: live.sentAt, expiresAt: live.expiresAt, holds: holds(live.expiresAt, at) } : null,
  };
}

/**
 * An administrator may take away all that a login waits for, or switch the second step off. The password alone would open
 * the door then, but it is to be given again: a login that began with a second step due does not end without one.
 */
function usefulStateOf(state: PendingLoginState, standing: Standing): PendingLoginDescription["state"] {
  return state === "open" && proofsDue(standing).length === 0 ? "methods-changed" : state;
}
