/** Turns an authenticator on once a right code shows that the app has the secret. */
import { limitsOfProofsFrom, limitsOfRecording } from "@/lib/accounts/door-limits";
import { noticeProps, notify } from "@/lib/accounts/notify";
import type { Reason } from "@/lib/audit/reason";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { holds, now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Actor, onOneself } from "@/lib/sessions/actor";
import { endOthersBecause } from "@/lib/sessions/end-sessions";
import { holdSession } from "@/lib/sessions/hold-session";
import { noteProofInSession } from "@/lib/sessions/note-proof";
import { forgiveLimits, spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { claimEnrolment, findEnrolment, putAuthenticator } from "./authenticator-queries";
import { makeRecoveryCodes } from "./make-recovery-codes";
import { offersAuthenticator } from "./policy";
import { lockMethods } from "./standing-queries";
import { tellOn } from "./tell-on";
import { judgeTotp } from "./totp";
import { openTotpSecret } from "./totp-secret";

export type EnrolmentRefusal = { code: "wrong" | "clock-off" } | Overtaken | TooMany;

/** What an enrolment may have come to while its code was judged: over, or not wanted any more. */
type Overtaken = { code: "run-out" | "not-offered" };

/**
 * Confirms the enrolment that runs in this session with a cleaned, well-formed `code`: only the session that gave a fresh
 * proof has seen its secret, and becomes fresh by it (ASVS 5.0, 7.5.1). The step of that code counts as used.
 * Refuses `not-offered`, as the beginning does, where the organisation has stopped taking authenticators meanwhile.
 * Ten new recovery codes come with it (read them with `showRecoveryCodes`); the other sessions end; a letter goes out.
 */
export async function confirmEnrolment(
  by: Actor,
  code: string,
): Promise<Result<undefined, EnrolmentRefusal>> {
  const ofSource = limitsOfProofsFrom(by.visitor);
  const allowed = await spendLimits(ofSource);
  if (!allowed.ok) {
    if ((await spendLimits(limitsOfRecording("unseen", by.visitor))).ok) await recordRefused(by, "too-many");
    return allowed;
  }
  const at = now();
  const enrolment = await findEnrolment(database(), by);
  if (!enrolment || !holds(enrolment.expiresAt, at)) {
    await recordRefused(by, "run-out");
    return refuse("run-out");
  }
  const verdict = judgeTotp(openTotpSecret(enrolment.secretSealed, by.userId), code, at);
  if (verdict.is !== "right") {
    await recordRefused(by, verdict.is);
    return refuse(verdict.is);
  }

  const confirmed = await inTransaction(async (trx): Promise<Result<undefined, Overtaken>> => {
    // The user before the enrolment: a step-up that takes the enrolment along has its rows in this order.
    const methods = await lockMethods(trx, by.userId);
    // By now a step-up may have taken it along.
    const present = await holdSession(trx, by);
    if (!offersAuthenticator(methods)) return refuse("not-offered");
    const secretSealed = present && (await claimEnrolment(trx, present, enrolment, at));
    if (!secretSealed) return refuse("run-out");
    await endOthersBecause(trx, present, "method-changed");
    // The app has read the organisation's name, and keeps it whatever that is called later.
    const enrolled = { secretSealed, step: verdict.step, issuer: by.organisationName };
    const { replaced } = await putAuthenticator(trx, by.userId, enrolled, at);
    await makeRecoveryCodes(trx, present);
    await noteProofInSession(trx, present, "authenticator");
    await recordEvent(trx, {
      ...onOneself(by),
      method: "authenticator",
      event: replaced ? "authenticator.replaced" : "authenticator.enabled",
      result: "success",
    });
    if (replaced) {
      const props = { ...noticeProps(by, by.visitor), change: "authenticator-replaced" as const };
      await notify(trx, by, { name: "two-factor-changed", props });
    } else {
      await tellOn(trx, by, "authenticator", { ...methods, authenticatorOn: true });
    }
    return ok();
  });
  if (confirmed.ok) await forgiveLimits(ofSource);
  else await recordRefused(by, confirmed.code === "not-offered" ? "method-not-usable" : confirmed.code);
  return confirmed;
}

function recordRefused(by: Actor, reason: Reason): Promise<void> {
  return recordEvent(database(), {
    ...onOneself(by),
    method: "authenticator",
    event: "authenticator.refused",
    result: "failure",
    reason,
  });
}
