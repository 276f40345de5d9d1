/** Judges the proof that a person gives for a pending login. Five tries over all codes and methods; each proof opens once. */

import { limitsPerSource } from "@/lib/accounts/limits-per-source";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { type Counted, forgiveLimits, spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { claimStep, countFailure, spendRecoveryCode } from "./authenticator-queries";
import { judgeCode } from "./challenge";
import { spendChallenge } from "./challenge-queries";
import { judgeRecoveryCode } from "./judge-recovery-code";
import type { ProofMethod } from "./method";
import { noteRecoveryCodeUse } from "./note-recovery-code-use";
import { type PendingLoginState, stateOf } from "./pending-login";
import { findPendingLogin, type PendingLoginInFull, spendTry } from "./pending-login-in-full-queries";
import { markVerified } from "./pending-login-queries";
import { usableMethods } from "./policy";
import { judgeTotp } from "./totp";
import { openTotpSecret } from "./totp-secret";

export type AnswerRefusal =
  | { code: "not-open"; state: PendingLoginState | "unknown"; returnTo: string | null }
  | { code: "method-not-usable" }
  | { code: "no-tries-left" }
  | TooMany
  | { code: "wrong" | "replaced" | "run-out" | "used-already" | "clock-off"; triesLeft: number };

/** What makes a proof count, once: a conditional statement that says whether it happened. */
type Spend = (trx: Transaction, at: Date) => Promise<boolean>;
type Judged =
  | { is: "right"; spend: Spend }
  | { is: "wrong" | "replaced" | "run-out" | "used-already" | "clock-off" };

/**
 * Answers the challenge of the pending login behind `token` with a cleaned, well-formed `code`.
 *
 * The try is taken by a statement of its own before anything is compared and is never given back, not by a refusal,
 * a fault or a rollback (CVE-2026-35597). A right code makes the pending login verified; it is not yet a session.
 */
export async function answerChallenge(
  token: string,
  method: ProofMethod,
  code: string,
  visitor: Visitor,
): Promise<Result<{ returnTo: string }, AnswerRefusal>> {
  const ofSource = limitsPerSource(visitor);
  const allowed = await spendLimits(ofSource);
  if (!allowed.ok) return allowed;
  const at = now();
  const pending = await spendTry(database(), token, at);
  if (!pending?.active) return refuse("not-open", await whyNotOpen(token, at));
  if (!usableMethods(pending.standing).includes(method === "recovery-code" ? "authenticator" : method)) {
    return refuse("method-not-usable");
  }

  const ofAccount = limitsOfAccount(pending.userId);
  const unlocked = await spendLimits(ofAccount);
  if (!unlocked.ok) return unlocked;

  const judged = await judge(pending, method, code, at);
  if (judged.is === "right" && (await verify(pending, method, judged.spend, visitor))) {
    await forgiveLimits([...ofSource, ...ofAccount]);
    return ok({ returnTo: pending.returnTo });
  }
  return refusal(pending, method, judged.is === "right" ? "used-already" : judged.is, visitor);
}

/** Across all logins of the account, because each brings five new tries (NIST SP 800-63B-4 §3.2.2). */
function limitsOfAccount(userId: string): Counted[] {
  return [
    { limit: "second-step-per-account-and-hour", of: userId },
    { limit: "second-step-per-account-and-day", of: userId },
  ];
}

async function whyNotOpen(token: string, at: Date) {
  const pending = await findPendingLogin(database(), token);
  if (!pending?.active) return { state: "unknown", returnTo: null } as const;
  return { state: stateOf(pending, at), returnTo: pending.returnTo };
}

async function judge(
  pending: PendingLoginInFull,
  method: ProofMethod,
  code: string,
  at: Date,
): Promise<Judged> {
  if (method === "email") {
    const verdict = judgeCode(pending.challenges, code, at);
    if (verdict.is !== "right") return verdict;
    return { is: "right", spend: (trx, moment) => spendChallenge(trx, verdict.challengeId, moment) };
  }
  if (method === "authenticator") {
    const verdict = judgeTotp(openTotpSecret(pending.totpSecretSealed, pending.userId), code, at);
    if (verdict.is !== "right") return verdict;
    return { is: "right", spend: (trx) => claimStep(trx, pending.userId, verdict.step) };
  }
  const verdict = await judgeRecoveryCode(pending.userId, code);
  if (verdict.is !== "right") return verdict;
  return {
    is: "right",
    spend: (trx, moment) => spendRecoveryCode(trx, pending.userId, verdict.digest, moment),
  };
}

/** Spends the proof and verifies the pending login, both or neither: the second of two at once gets false. */
function verify(
  pending: PendingLoginInFull,
  method: ProofMethod,
  spend: Spend,
  visitor: Visitor,
): Promise<boolean> {
  return inTransaction(async (trx) => {
    const at = now();
    // The pending login first: its row is the lock on which two answers at once meet.
    if (!(await markVerified(trx, pending.id, method, at))) return false;
    if (!(await spend(trx, at))) throw new SpentAlready();
    await recordEvent(trx, {
      ...about(pending, method, visitor),
      event: "second-step.passed",
      result: "success",
    });
    if (method === "recovery-code") {
      await noteRecoveryCodeUse(trx, pending.userId, { ...pending, name: pending.userName }, visitor);
    }
    return true;
  }).catch((error) => {
    if (error instanceof SpentAlready) return false;
    throw error;
  });
}

/** Rolls the verification back when the proof was spent by somebody faster. */
class SpentAlready extends Error {}

async function refusal(
  pending: PendingLoginInFull,
  method: ProofMethod,
  reason: Exclude<Judged["is"], "right">,
  visitor: Visitor,
): Promise<{ ok: false } & AnswerRefusal> {
  if (method === "authenticator" && reason === "wrong") await countFailure(database(), pending.userId);
  await recordEvent(database(), {
    ...about(pending, method, visitor),
    event: "second-step.refused",
    result: "failure",
    reason,
  });
  return pending.triesLeft > 0 ? refuse(reason, { triesLeft: pending.triesLeft }) : refuse("no-tries-left");
}

const about = (pending: PendingLoginInFull, method: ProofMethod, visitor: Visitor) => ({
  organisationId: pending.organisationId,
  actorId: pending.userId,
  targetId: pending.userId,
  method,
  visitor,
});
