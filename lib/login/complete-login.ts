/** The second step and the last one at once: a right code opens the door. */
import { now } from "@/lib/kernel/clock";
import { ok, type Result } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { answerChallenge } from "@/lib/two-factor/answer-challenge";
import type { ProofMethod } from "@/lib/two-factor/method";
import type { AnswerRefusal } from "@/lib/two-factor/refuse-answer";
import { type RedeemedLogin, redeemingOf, tokensFor } from "./redeem-login";
import { verifyAndRedeem } from "./verify-and-redeem-queries";

export type CompletedLogin = {
  returnTo: string;
  /** Null where the login was verified and waits to be redeemed: by a recovery code, or in a browser of theirs that is new. */
  redeemed: RedeemedLogin | null;
};

/**
 * Answers the challenge of the pending login behind `token` with a cleaned, well-formed `code`, with the refusals of
 * {@link answerChallenge}; where that is right, opens the session of {@link redeemLogin} in the statement that spends it.
 */
export async function completeLogin(
  token: string,
  method: ProofMethod,
  code: string,
  visitor: Visitor,
): Promise<Result<CompletedLogin, AnswerRefusal>> {
  const tokens = tokensFor(token, visitor);
  const answered = await answerChallenge(token, method, code, visitor, (on, verification, spend) =>
    verifyAndRedeem(on, verification, spend, redeemingOf(token, tokens, visitor, now())),
  );
  if (!answered.ok) return answered;
  const { userId, redeemed, returnTo } = answered.value;
  return ok({ returnTo, redeemed: redeemed ? { userId, ...tokens } : null });
}
