/** Judges the proof that a person gives for a pending login. Five tries over all codes and methods; each proof opens once. */

import {
  limitsOfPasswordFrom,
  limitsOfSecondStepOf,
  limitsPerSource,
} from "@/lib/accounts/limits-per-source";
import { eventNow } from "@/lib/audit/record-event";
import { type Database, database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import {
  type Counted,
  closedGate,
  forgiving,
  spendingGate,
  spendLimits,
  type TooMany,
} from "@/lib/throttle/spend-limits";
import { countFailure } from "./authenticator-queries";
import { judgeProof, type ProofRefusal, type WrongProof } from "./judge-proof";
import type { ProofMethod } from "./method";
import { noteRecoveryCodeUse } from "./note-recovery-code-use";
import { type PendingLoginState, stateOf, triesPerLogin } from "./pending-login";
import { findPendingLogin, type PendingLoginInFull } from "./pending-login-in-full-queries";
import { recoveryCodesCount, type Standing, usableMethods } from "./policy";
import { aboutSecondStep, deadBecause, recordRefusal, refusedSecondStep } from "./record-second-step";
import { spendTry } from "./spend-try-queries";
import {
  type QuietSpend,
  type Spend,
  type Verification,
  type Verified,
  verifyByRecoveryCode,
} from "./verification-queries";
import { warnOfWrongCodes, wrongCodesBeforeWarning } from "./warn-of-unfinished-login";

export type AnswerRefusal =
  | { code: "not-open"; state: PendingLoginState | "unknown"; returnTo: string | null }
  | { code: "method-not-usable" }
  | { code: "no-tries-left" }
  | TooMany
  | { code: ProofRefusal; triesLeft: number };

/** How a right code becomes a verified pending login: the code is spent and the login verified, or neither. */
type Verify = (on: Database, verification: Verification, spend: QuietSpend) => Promise<Verified>;

/** Whose pending login was verified, and whether that has opened a session, too. */
export type Answered = { userId: string; redeemed: boolean; returnTo: string };

/**
 * Answers the challenge of the pending login behind `token` with a cleaned, well-formed `code`.
 *
 * The try is taken by a statement of its own before anything is compared and is never given back, not by a refusal,
 * a fault or a rollback (CVE-2026-35597). A right code by e-mail or app is spent by `verify`, which may redeem the login
 * by the same statement; a right recovery code verifies it with its letter, and is not yet a session.
 */
export async function answerChallenge(
  token: string,
  method: ProofMethod,
  code: string,
  visitor: Visitor,
  verify: Verify,
): Promise<Result<Answered, AnswerRefusal>> {
  const at = now();
  const ofSource = limitsPerSource(visitor);
  const ifClosed = eventNow(refusedSecondStep(undefined, method, "too-many", visitor));
  const { until, pending } = await spendTry(database(), token, await spendingGate(ofSource), ifClosed, at);
  if (until) return refuse("too-many", { until });
  if (!pending?.active) return notOpen(token, method, at, visitor);
  if (!counts(method, pending.standing)) {
    await recordRefusal(database(), pending, method, "method-not-usable", visitor);
    return refuse("method-not-usable");
  }

  const judged = await judgeProof(pending, method, code, at);
  if (judged.is !== "right") return refusal(pending, method, judged, visitor);
  const outcome = await verifyBy(judged.spend, pending, ofSource, visitor, verify);
  if (outcome.until) return tooMany(pending, method, outcome.until, visitor);
  if (outcome.verified) {
    const { userId, returnTo } = pending;
    return ok({ userId, redeemed: outcome.redeemed, returnTo });
  }
  // Two presses of one button at once: the proof was spent on this very login by the other one.
  const { pending: _, ...meanwhile } = await whyNotOpen(token, now());
  if (meanwhile.state === "verified" || meanwhile.state === "redeemed") return refuse("not-open", meanwhile);
  return refusal(pending, method, { is: "used-already" }, visitor);
}

function counts(method: ProofMethod, standing: Standing): boolean {
  return method === "recovery-code" ? recoveryCodesCount(standing) : usableMethods(standing).includes(method);
}

async function notOpen(token: string, method: ProofMethod, at: Date, visitor: Visitor) {
  const { pending, ...why } = await whyNotOpen(token, at);
  const reason = deadBecause(pending, why.state);
  if (reason) await recordRefusal(database(), pending, method, reason, visitor);
  return refuse("not-open", why);
}

async function whyNotOpen(token: string, at: Date) {
  const pending = await findPendingLogin(database(), token);
  if (!pending?.active) return { pending, state: "unknown", returnTo: null } as const;
  return { pending, state: stateOf(pending, at), returnTo: pending.returnTo };
}

/** Spends the proof and verifies the pending login, both or neither: the second of two at once gets false. */
async function verifyBy(
  spend: Spend,
  pending: PendingLoginInFull,
  ofSource: Counted[],
  visitor: Visitor,
  verify: Verify,
) {
  const ofAccount = limitsOfSecondStepOf(pending.userId);
  // The password, too, is given back to where it came from: this completes the login.
  const ofSources = [...ofSource, ...limitsOfPasswordFrom(pending.address)];
  const { part: forgiven, afterwards } = forgiving([...ofSources, ...ofAccount]);
  const verification = {
    id: pending.id,
    gate: await closedGate(ofAccount, ofSources),
    forgiven,
    event: eventNow({
      event: "second-step.passed",
      result: "success",
      ...aboutSecondStep(pending, spend.by, visitor),
    }),
  };
  const outcome =
    spend.by === "recovery-code"
      ? await inTransaction(async (trx) => {
          const verified = await verifyByRecoveryCode(trx, { ...verification, at: now() }, spend);
          if (verified.verified) await noteRecoveryCodeUse(trx, pending.userId, ownerOf(pending), visitor);
          return verified;
        })
      : await verify(database(), { ...verification, at: now() }, spend);
  if (outcome.verified) await afterwards();
  return outcome;
}

const ownerOf = (pending: PendingLoginInFull) => ({ ...pending, name: pending.userName });

async function refusal(
  pending: PendingLoginInFull,
  method: ProofMethod,
  proof: WrongProof,
  visitor: Visitor,
): Promise<{ ok: false } & AnswerRefusal> {
  // The try was spent before: whatever fails from here on gives it back to nobody.
  const counted = await spendLimits(limitsOfSecondStepOf(pending.userId));
  if (!counted.ok) return tooMany(pending, method, counted.until, visitor);
  await inTransaction(async (trx) => {
    // The pending login before the authenticator, as where a right code is verified.
    if (triesPerLogin - pending.triesLeft >= wrongCodesBeforeWarning) await warnOfWrongCodes(trx, pending.id);
    if (method === "authenticator" && proof.is !== "used-already")
      await countFailure(trx, pending.userId, "step" in proof ? proof.step : 0);
    await recordRefusal(trx, pending, method, proof.is, visitor);
  });
  return pending.triesLeft > 0 ? refuse(proof.is, { triesLeft: pending.triesLeft }) : refuse("no-tries-left");
}

async function tooMany(
  pending: PendingLoginInFull,
  method: ProofMethod,
  until: Date,
  visitor: Visitor,
): Promise<{ ok: false } & TooMany> {
  await recordRefusal(database(), pending, method, "too-many", visitor);
  return refuse("too-many", { until });
}
