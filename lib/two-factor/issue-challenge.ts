/** Sends a security code by e-mail for a pending login, inside the request, so that "We sent a code" is true. */

import { limitsOfMail, limitsOfMailTo } from "@/lib/accounts/limits-per-source";
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/database/transaction";
import { after, holds, now } from "@/lib/kernel/clock";
import { inSeconds } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { sendLetter } from "@/lib/mail/send-letter";
import { spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { chooseLanguage } from "@/lib/words/language";
import { liveChallenge } from "./challenge";
import { markSent, replaceChallenge, withdrawChallenge } from "./challenge-queries";
import { type PendingLoginState, stateOf } from "./pending-login";
import { lockPendingLogin, type PendingLoginInFull } from "./pending-login-in-full-queries";
import { returnSend, spendSend } from "./pending-login-queries";
import { usableMethods } from "./policy";
import { codeDigest, codeLife, newSecurityCode } from "./security-code";

export type SentCode = { sentAt: Date; expiresAt: Date };

export type SendRefusal =
  | { code: "not-open"; state: PendingLoginState | "unknown" }
  | { code: "method-not-usable" | "no-sends-left" | "mail-refused" | "mail-unreachable" }
  | TooMany;

type Prepared = { pending: PendingLoginInFull; challengeId: string; code: string };

/**
 * Sends a code to the address of the pending login behind `token`.
 *
 * With `resend` the older code is replaced, whether or not its time is up; without, a code that still holds is left in
 * place and nothing is sent, so that a second tab or a second press of Continue does not spoil the first one's code.
 * The 90 seconds count from the hand-over to the mail server. A letter that could not be handed over costs no sending.
 */
export async function issueChallenge(
  token: string,
  options: { resend: boolean; visitor: Visitor },
): Promise<Result<SentCode, SendRefusal>> {
  const prepared = await inTransaction(async (trx): Promise<Result<Prepared | SentCode, SendRefusal>> => {
    const at = now();
    const pending = await lockPendingLogin(trx, token);
    const state = pending?.active ? stateOf(pending, at) : "unknown";
    if (!pending || state !== "open") return refuse("not-open", { state });
    if (!usableMethods(pending.standing).includes("email")) return refuse("method-not-usable");

    const live = liveChallenge(pending.challenges);
    if (!options.resend && live && holds(live.expiresAt, at)) return ok(live);
    // A first code comes with a right password: an office behind one address gets as many as it has people.
    const counted = options.resend
      ? limitsOfMail(pending.userId, options.visitor)
      : limitsOfMailTo(pending.userId);
    const allowed = await spendLimits(counted, trx);
    if (!allowed.ok) return allowed;
    if (!(await spendSend(trx, pending.id))) return refuse("no-sends-left");

    const code = newSecurityCode();
    const challengeId = randomId();
    await replaceChallenge(trx, pending.id, {
      id: challengeId,
      codeDigest: codeDigest(challengeId, code),
      sentAt: at,
      expiresAt: after(at, codeLife),
      replacedAt: null,
      usedAt: null,
    });
    return ok({ pending, challengeId, code });
  });
  if (!prepared.ok || !("code" in prepared.value)) return prepared as Result<SentCode, SendRefusal>;
  return handOver(prepared.value, options.visitor);
}

async function handOver(
  { pending, challengeId, code }: Prepared,
  visitor: Visitor,
): Promise<Result<SentCode, SendRefusal>> {
  const language = chooseLanguage([pending.language]);
  const props = { organisation: pending.organisationName, code, seconds: inSeconds(codeLife) };
  const sent = await sendLetter(pending.email, { name: "security-code", props }, language);
  const about = {
    organisationId: pending.organisationId,
    actorId: pending.userId,
    targetId: pending.userId,
    method: "email",
    visitor,
  } as const;

  return inTransaction(async (trx) => {
    const at = now();
    if (!sent.ok) {
      await withdrawChallenge(trx, challengeId, at);
      await returnSend(trx, pending.id);
      await recordEvent(trx, { ...about, event: "code.undelivered", result: "failure", reason: sent.code });
      return sent;
    }
    const life = { sentAt: at, expiresAt: after(at, codeLife) };
    await markSent(trx, challengeId, life.sentAt, life.expiresAt);
    await recordEvent(trx, { ...about, event: "code.sent", result: "success" });
    return ok(life);
  });
}
