/** Judges a proof by whichever method it is given, and says what would spend it. Nothing is written here. */
import { judgeCode } from "./challenge";
import { judgeRecoveryCode } from "./judge-recovery-code";
import type { ProofMethod } from "./method";
import type { PendingLoginInFull } from "./pending-login-in-full-queries";
import type { StoredRecoveryCode } from "./recovery-code";
import { judgeTotp } from "./totp";
import { openTotpSecret } from "./totp-secret";
import type { Spend } from "./verifying-parts";

/** Why a proof is not right. */
export type ProofRefusal = "wrong" | "replaced" | "run-out" | "used-already" | "clock-off";

/** A proof that is not right; of a clock that is off with the step that it showed. */
export type WrongProof = { is: Exclude<ProofRefusal, "clock-off"> } | { is: "clock-off"; step: number };

export type JudgedProof = { is: "right"; spend: Spend } | WrongProof;

/** What proofs are judged against; recovery codes are read for that method alone. */
type Provable = Pick<PendingLoginInFull, "userId" | "challenges" | "totpSecretSealed"> & {
  recoveryCodes: StoredRecoveryCode[];
};

/** Says what `code` is to `pending` by `method` at the moment `at`. */
export async function judgeProof(
  pending: Provable,
  method: ProofMethod,
  code: string,
  at: Date,
): Promise<JudgedProof> {
  if (method === "email") {
    const verdict = judgeCode(pending.challenges, code, at);
    if (verdict.is !== "right") return verdict;
    return { is: "right", spend: { by: method, challengeId: verdict.challengeId } };
  }
  if (method === "authenticator") {
    const verdict = judgeTotp(openTotpSecret(pending.totpSecretSealed, pending.userId), code, at);
    if (verdict.is !== "right") return verdict;
    return { is: "right", spend: { by: method, userId: pending.userId, step: verdict.step } };
  }
  const verdict = await judgeRecoveryCode(pending.recoveryCodes, code);
  if (verdict.is !== "right") return verdict;
  return { is: "right", spend: { by: method, userId: pending.userId, digest: verdict.digest } };
}

/**
 * Says why a proof that was right could not be used up for a login that still waits for one, by what `challenges` are at
 * `at`. A code by e-mail may have been replaced or have run out since it was judged; anything else was used in another.
 */
export function judgeOvertaken(
  { challenges }: Pick<Provable, "challenges">,
  method: ProofMethod,
  code: string,
  at: Date,
): WrongProof {
  const present = method === "email" ? judgeCode(challenges, code, at) : undefined;
  return present && present.is !== "right" ? present : { is: "used-already" };
}
