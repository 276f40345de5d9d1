/** Remembers recovery codes: their hashes, whether they are saved, and which were used. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import type { StoredRecoveryCode } from "./recovery-code";

/** Puts a batch of recovery codes in the place of the former one; nobody has saved it yet. */
export async function putRecoveryCodes(
  trx: Transaction,
  userId: string,
  digests: string[],
  at: Date,
): Promise<void> {
  await trx.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
  await trx
    .insertInto("recovery_codes")
    .values(digests.map((digest) => ({ user_id: userId, code_digest: digest, created_at: at, saved: false })))
    .execute();
}

/** The user's batch, ten rows at most, used ones included; empty where there is none. */
export function listRecoveryCodes(on: Database, userId: string): Promise<StoredRecoveryCode[]> {
  return on
    .selectFrom("recovery_codes")
    .select(["code_digest as digest", "created_at as madeAt", "used_at as usedAt", "saved"])
    .where("user_id", "=", userId)
    .execute();
}

/** Notes that the owner has saved the present batch. */
export async function markRecoveryCodesSaved(trx: Transaction, userId: string): Promise<void> {
  await trx.updateTable("recovery_codes").set({ saved: true }).where("user_id", "=", userId).execute();
}
