/** Judges the proof that a person gives for a pending login. Five tries over all codes and methods; each proof opens once. */
import { limitsOfPasswordFrom, limitsOfProofsFrom, limitsOfSecondStepOf } from "@/lib/accounts/door-limits";
import { refusedUnseen } from "@/lib/accounts/refused-unseen";
import { eventNow } from "@/lib/audit/record-event";
import { type Database, database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { now } from "@/lib/kernel/clock";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { type Counted, closedGate, forgiving, spendingGate } from "@/lib/throttle/spend-limits";
import { judgeOvertaken, judgeProof } from "./judge-proof";
import type { ProofMethod } from "./method";
import { noteRecoveryCodeUse } from "./note-recovery-code-use";
import type { PendingLoginInFull } from "./pending-login-in-full-queries";
import { tokenDigests } from "./pending-login-token";
import { type Standing, takesRecoveryCodes, usableMethods } from "./policy";
import { aboutSecondStep, recordRefusal, refusedSecondStep } from "./record-second-step";
import { listRecoveryCodes } from "./recovery-code-queries";
import { type AnswerRefusal, findState, refuseNotOpen, refuseProof, refuseTooMany } from "./refuse-answer";
import { spendTry } from "./spend-try-queries";
import { verifyByRecoveryCode } from "./verify-by-recovery-code-queries";
import type { QuietSpend, Spend, Verification, Verified } from "./verifying-parts";

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
  const ofSource = limitsOfProofsFrom(visitor);
  const gate = await spendingGate(ofSource);
  const refused = refusedSecondStep(undefined, method, "too-many", visitor);
  const ifClosed = await refusedUnseen(refused, gate, visitor);
  const { until, pending } = await spendTry(database(), token, gate, ifClosed, at);
  if (until) return refuse("too-many", { until });
  if (!pending?.active) return refuseNotOpen(await findState(token, at), method, visitor);
  if (!counts(method, pending.standing)) {
    await recordRefusal(database(), pending, method, "method-not-usable", visitor);
    return refuse("method-not-usable");
  }

  const recoveryCodes = method === "recovery-code" ? await listRecoveryCodes(database(), pending.userId) : [];
  const judged = await judgeProof({ ...pending, recoveryCodes }, method, code, at);
  if (judged.is !== "right") return refuseProof(pending, method, judged, visitor);
  const outcome = await verifyBy(judged.spend, { token, pending, ofSource, visitor, verify });
  if (outcome.until) return refuseTooMany(pending, method, outcome.until, visitor);
  if (outcome.verified) {
    const { userId, returnTo } = pending;
    return ok({ userId, redeemed: outcome.redeemed, returnTo });
  }
  const present = now();
  const meanwhile = await findState(token, present);
  if (meanwhile.state === "open" || meanwhile.state === "no-tries-left")
    return refuseProof(pending, method, judgeOvertaken(meanwhile.pending, method, code, present), visitor);
  // Since the try was taken, the login was proven by another press of the button, was ended, or went on in another tab.
  return refuseNotOpen(meanwhile, method, visitor);
}

function counts(method: ProofMethod, standing: Standing): boolean {
  return method === "recovery-code" ? takesRecoveryCodes(standing) : usableMethods(standing).includes(method);
}

/** What a proof was given for, how, and what its source is counted for. */
type Answer = {
  token: string;
  pending: PendingLoginInFull;
  ofSource: Counted[];
  visitor: Visitor;
  verify: Verify;
};

/** Spends the proof and verifies the pending login, both or neither: the second of two at once gets false. */
async function verifyBy(spend: Spend, { token, pending, ofSource, visitor, verify }: Answer) {
  const ofAccount = limitsOfSecondStepOf(pending.userId);
  // The password, too, is given back to where it came from: this completes the login.
  const ofSources = [...ofSource, ...limitsOfPasswordFrom(pending.address)];
  const { part: forgiven, afterwards } = forgiving([...ofSources, ...ofAccount]);
  const verification = {
    id: pending.id,
    tokens: tokenDigests(token),
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
