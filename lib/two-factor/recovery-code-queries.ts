/** Remembers recovery codes: their hashes, and which were used. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";

/** Puts a batch of recovery codes in the place of the former one. */
export async function putRecoveryCodes(
  trx: Transaction,
  userId: string,
  digests: string[],
  at: Date,
): Promise<void> {
  await trx.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
  await trx
    .insertInto("recovery_codes")
    .values(digests.map((digest) => ({ user_id: userId, code_digest: digest, created_at: at })))
    .execute();
}

/** When the user's batch was made; undefined when there is none. */
export async function findBatchMoment(on: Database, userId: string): Promise<Date | undefined> {
  const row = await on
    .selectFrom("recovery_codes")
    .select("created_at as madeAt")
    .where("user_id", "=", userId)
    .limit(1)
    .executeTakeFirst();
  return row?.madeAt;
}

/** One stored code of the user's batch, used or not: it tells the batch's salt. */
export async function findAnyRecoveryCode(on: Database, userId: string): Promise<string | undefined> {
  const row = await on
    .selectFrom("recovery_codes")
    .select("code_digest")
    .where("user_id", "=", userId)
    .limit(1)
    .executeTakeFirst();
  return row?.code_digest;
}

/** When that code of the user was used, null while it was not; undefined when it is no code of theirs. */
export async function findRecoveryCode(
  on: Database,
  userId: string,
  digest: string,
): Promise<{ usedAt: Date | null } | undefined> {
  return on
    .selectFrom("recovery_codes")
    .select("used_at as usedAt")
    .where("user_id", "=", userId)
    .where("code_digest", "=", digest)
    .executeTakeFirst();
}

export async function countRecoveryCodes(on: Database, userId: string): Promise<number> {
  const { left } = await on
    .selectFrom("recovery_codes")
    .select((expression) => expression.fn.countAll<number>().as("left"))
    .where("user_id", "=", userId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(left);
}
