/** Judges a recovery code: one argon2id with the batch's salt, then one look-up. */
import { database } from "@/lib/database/connection";
import { recoveryCodeDigest, saltOf } from "./recovery-code";
import { findAnyRecoveryCode, findRecoveryCode } from "./recovery-code-queries";

export type RecoveryVerdict = { is: "right"; digest: string } | { is: "wrong" | "used-already" };

/** Says what a cleaned `code` is to the batch of `userId`; a right one names the digest to spend. */
export async function judgeRecoveryCode(userId: string, code: string): Promise<RecoveryVerdict> {
  const any = await findAnyRecoveryCode(database(), userId);
  if (!any) return { is: "wrong" };
  const digest = await recoveryCodeDigest(code, saltOf(any));
  const found = await findRecoveryCode(database(), userId, digest);
  if (!found) return { is: "wrong" };
  return found.usedAt ? { is: "used-already" } : { is: "right", digest };
}
