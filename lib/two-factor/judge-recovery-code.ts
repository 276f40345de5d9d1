/** Judges a recovery code: one argon2id with the batch's salt, then one look. */
import { recoveryCodeDigest, type StoredRecoveryCode, saltOf } from "./recovery-code";

export type RecoveryVerdict = { is: "right"; digest: string } | { is: "wrong" | "used-already" };

/** Says what a cleaned `code` is to its owner's `batch`; a right one names the digest to spend. */
export async function judgeRecoveryCode(batch: StoredRecoveryCode[], code: string): Promise<RecoveryVerdict> {
  const [any] = batch;
  if (!any) return { is: "wrong" };
  const digest = await recoveryCodeDigest(code, saltOf(any.digest));
  const found = batch.find((stored) => stored.digest === digest);
  if (!found) return { is: "wrong" };
  return found.usedAt ? { is: "used-already" } : { is: "right", digest };
}
