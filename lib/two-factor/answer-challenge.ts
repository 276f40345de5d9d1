/** Judges the proof that a person gives for a pending login. Five tries over all codes and methods; each proof opens once. */

import { limitsPerSource } from "@/lib/accounts/limits-per-source";
import { recordEvent } from "@/lib/audit/record-event";
import { type Database, database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { type Counted, forgiveLimits, spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { countFailure } from "./authenticator-queries";
import { judgeProof, type ProofRefusal, type Spend } from "./judge-proof";
import type { ProofMethod } from "./method";
import { noteRecoveryCodeUse } from "./note-recovery-code-use";
import { type PendingLoginState, stateOf, triesPerLogin } from "./pending-login";
import { findPendingLogin, type PendingLoginInFull, spendTry } from "./pending-login-in-full-queries";
import { markVerified } from "./pending-login-queries";
import { recoveryCodesCount, type Standing, usableMethods } from "./policy";
import { warnOfWrongCodes, wrongCodesBeforeWarning } from "./warn-of-unfinished-login";

export type AnswerRefusal =
  | { code: "not-open"; state: PendingLoginState | "unknown"; returnTo: string | null }
  | { code: "method-not-usable" }
  | { code: "no-tries-left" }
  | TooMany
  | { code: ProofRefusal; triesLeft: number };

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
  if (!counts(method, pending.standing)) {
    await recordRefusal(database(), pending, method, "method-not-usable", visitor);
    return refuse("method-not-usable");
  }

  const ofAccount = limitsOfAccount(pending.userId);
  const unlocked = await spendLimits(ofAccount);
  if (!unlocked.ok) {
    await recordRefusal(database(), pending, method, unlocked.code, visitor);
    return unlocked;
  }

  const judged = await judgeProof(pending, method, code, at);
  if (judged.is === "right" && (await verify(pending, method, judged.spend, visitor))) {
    await forgiveLimits([...ofSource, ...ofAccount]);
    return ok({ returnTo: pending.returnTo });
  }
  return refusal(pending, method, judged.is === "right" ? "used-already" : judged.is, visitor);
}

function counts(method: ProofMethod, standing: Standing): boolean {
  return method === "recovery-code" ? recoveryCodesCount(standing) : usableMethods(standing).includes(method);
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
  reason: ProofRefusal,
  visitor: Visitor,
): Promise<{ ok: false } & AnswerRefusal> {
  // The try was spent before: whatever fails from here on gives it back to nobody.
  await inTransaction(async (trx) => {
    if (method === "authenticator" && reason === "wrong") await countFailure(trx, pending.userId);
    await recordRefusal(trx, pending, method, reason, visitor);
    if (triesPerLogin - pending.triesLeft >= wrongCodesBeforeWarning) await warnOfWrongCodes(trx, pending.id);
  });
  return pending.triesLeft > 0 ? refuse(reason, { triesLeft: pending.triesLeft }) : refuse("no-tries-left");
}

function recordRefusal(
  on: Database,
  pending: PendingLoginInFull,
  method: ProofMethod,
  reason: string,
  visitor: Visitor,
): Promise<void> {
  const event = { event: "second-step.refused", result: "failure", reason } as const;
  return recordEvent(on, { ...about(pending, method, visitor), ...event });
}

const about = (pending: PendingLoginInFull, method: ProofMethod, visitor: Visitor) => ({
  organisationId: pending.organisationId,
  actorId: pending.userId,
  targetId: pending.userId,
  method,
  visitor,
});
