/** Sends a security code by e-mail for a pending login. */
import { limitsOfCodes, limitsOfCodesTo, limitsOfSecondStepOf } from "@/lib/accounts/door-limits";
import { refusedUnseen } from "@/lib/accounts/refused-unseen";
import { database } from "@/lib/database/connection";
import { holds, now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import type { MailRefusal } from "@/lib/mail/send-letter";
import type { GateBehind } from "@/lib/throttle/gate";
import { spendingGateBehind, type TooMany } from "@/lib/throttle/spend-limits";
import { liveChallenge } from "./challenge";
import { replaceChallenge } from "./challenge-queries";
import { type PendingLoginState, stateOf } from "./pending-login";
import { findPendingLogin } from "./pending-login-in-full-queries";
import { usableMethods } from "./policy";
import { undeliveredCode } from "./record-second-step";
import { newCode, type SentCode, sendCode } from "./send-code";

export type SendRefusal =
  | { code: "not-open"; state: PendingLoginState | "unknown" }
  | { code: "method-not-usable" | "no-sends-left" }
  | MailRefusal
  | TooMany;

/**
 * Sends a code to the address of the pending login behind `token`.
 *
 * With `resend` the older code is replaced, whether or not its time is up; without, a code that still holds is left in
 * place and nothing is sent, so that a second tab or a second press of Continue does not spoil the first one's code.
 */
export async function issueChallenge(
  token: string,
  { resend, visitor }: { resend: boolean; visitor: Visitor },
): Promise<Result<SentCode, SendRefusal>> {
  let gate: GateBehind | undefined;
  let ifClosed: Awaited<ReturnType<typeof refusedUnseen>> | undefined;
  // Nothing is locked between reading and writing: when another press was quicker, what it did is read first. What is
  // counted elsewhere than in the database is counted once, however often that is.
  for (;;) {
    const at = now();
    const pending = await findPendingLogin(database(), token);
    const state = pending?.active ? stateOf(pending, at) : "unknown";
    if (!pending || state !== "open") return refuse("not-open", { state });
    if (!usableMethods(pending.standing).includes("email")) return refuse("method-not-usable");

    const live = liveChallenge(pending.challenges);
    if (!resend && live && holds(live.expiresAt, at)) return ok(live);
    if (pending.sendsLeft === 0) return refuse("no-sends-left");
    // A first code comes with a right password: an office behind one address gets as many as it has people.
    const counted = resend ? limitsOfCodes(pending.userId, visitor) : limitsOfCodesTo(pending.userId);
    // While wrong answers keep the account closed, no code would count: none is sent, and none counted.
    gate ??= await spendingGateBehind(limitsOfSecondStepOf(pending.userId), counted);
    const made = newCode(at);
    ifClosed ??= await refusedUnseen(undeliveredCode(pending, "too-many", visitor), gate, visitor);
    const replacing = await replaceChallenge(database(), pending, made.challenge, gate, ifClosed);
    if (replacing.is === "closed") return refuse("too-many", { until: replacing.until });
    if (replacing.is === "replaced")
      return sendCode({ ...pending, pendingLoginId: pending.id }, { ...made, counted }, visitor);
  }
}
