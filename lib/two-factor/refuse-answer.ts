/** Refuses an answer to a second step: counts it, writes it down, and tells the owner after the third wrong code. */
import { limitsOfSecondStepOf } from "@/lib/accounts/door-limits";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { spendLimits, type TooMany } from "@/lib/throttle/spend-limits";
import { countFailure } from "./authenticator-queries";
import type { ProofRefusal, WrongProof } from "./judge-proof";
import type { ProofMethod } from "./method";
import { type PendingLoginState, stateOf, triesPerLogin } from "./pending-login";
import { findPendingLogin, type PendingLoginInFull } from "./pending-login-in-full-queries";
import { deadBecause, recordRefusal } from "./record-second-step";
import { warnOfWrongCodes, wrongCodesBeforeWarning } from "./warn-of-unfinished-login";

export type AnswerRefusal =
  | { code: "not-open"; state: PendingLoginState | "unknown"; returnTo: string | null }
  | { code: "method-not-usable" }
  | { code: "no-tries-left" }
  | TooMany
  | { code: ProofRefusal; triesLeft: number };

/** Refuses an answer to a pending login that is found not to be open. */
export async function refuseNotOpen({ pending, ...why }: Found, method: ProofMethod, visitor: Visitor) {
  const reason = deadBecause(pending, why.state);
  if (reason) await recordRefusal(database(), pending, method, reason, visitor);
  return refuse("not-open", why);
}

type Found = Awaited<ReturnType<typeof findState>>;

/** In which state the pending login behind `token` is at `at`, and where it would have led. */
export async function findState(token: string, at: Date) {
  const pending = await findPendingLogin(database(), token);
  if (!pending?.active) return { pending, state: "unknown", returnTo: null } as const;
  return { pending, state: stateOf(pending, at), returnTo: pending.returnTo };
}

/** Refuses `proof`, which was not right. */
export async function refuseProof(
  pending: PendingLoginInFull,
  method: ProofMethod,
  proof: WrongProof,
  visitor: Visitor,
): Promise<{ ok: false } & AnswerRefusal> {
  // The try was spent before: whatever fails from here on gives it back to nobody.
  const counted = await spendLimits(limitsOfSecondStepOf(pending.userId));
  if (!counted.ok) return refuseTooMany(pending, method, counted.until, visitor);
  await inTransaction(async (trx) => {
    // The pending login before the authenticator, as where a right code is verified.
    if (triesPerLogin - pending.triesLeft >= wrongCodesBeforeWarning) await warnOfWrongCodes(trx, pending.id);
    if (method === "authenticator" && proof.is !== "used-already")
      await countFailure(trx, pending.userId, "step" in proof ? proof.step : 0);
    await recordRefusal(trx, pending, method, proof.is, visitor);
  });
  return pending.triesLeft > 0 ? refuse(proof.is, { triesLeft: pending.triesLeft }) : refuse("no-tries-left");
}

/** Refuses whatever comes for an account that was answered for too often, until `until`. */
export async function refuseTooMany(
  pending: PendingLoginInFull,
  method: ProofMethod,
  until: Date,
  visitor: Visitor,
): Promise<{ ok: false } & TooMany> {
  await recordRefusal(database(), pending, method, "too-many", visitor);
  return refuse("too-many", { until });
}
