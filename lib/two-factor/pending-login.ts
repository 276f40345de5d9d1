/** A pending login: the password was right, the second step is not yet proven. Never a session. */
import { holds } from "@/lib/kernel/clock";
import { minutes } from "@/lib/kernel/duration";
import type { SessionMethod } from "@/lib/sessions/session";

/** NIST SP 800-63B-4 §3.1.3.2: an out-of-band proof is void after ten minutes. */
export const pendingLoginLife = minutes(10);
/** So much must be left of one that is gone on with: time for a code to arrive, and for another one. */
export const enoughLeft = minutes(3);
/** Over all its codes and methods; a new code never gives tries back (NIST SP 800-63B-4 §3.1.3.2). */
export const triesPerLogin = 5;
/** Codes by e-mail for one pending login, the first included (OWASP MFA cheat sheet). */
export const sendsPerLogin = 5;

export type PendingLogin = {
  id: string;
  userId: string;
  organisationId: string;
  purpose: "login" | "step-up";
  returnTo: string;
  expiresAt: Date;
  triesLeft: number;
  sendsLeft: number;
  verifiedBy: SessionMethod | null;
  redeemedAt: Date | null;
  cancelledAt: Date | null;
};

/** `open` waits for its proof; `verified` has it and may be redeemed once; every other state is an end. */
export type PendingLoginState =
  | "open"
  | "verified"
  | "redeemed"
  | "cancelled"
  | "timed-out"
  | "no-tries-left";

/** The state of `pending` at the moment `at`. */
export function stateOf(pending: PendingLogin, at: Date): PendingLoginState {
  if (pending.redeemedAt) return "redeemed";
  if (pending.cancelledAt) return "cancelled";
  if (!holds(pending.expiresAt, at)) return "timed-out";
  if (pending.verifiedBy) return "verified";
  return pending.triesLeft > 0 ? "open" : "no-tries-left";
}
