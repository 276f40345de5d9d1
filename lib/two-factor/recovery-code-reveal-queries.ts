/** Remembers new recovery codes, sealed, until their owner has saved them. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";

export async function putReveal(
  trx: Transaction,
  userId: string,
  codesSealed: string,
  expiresAt: Date,
): Promise<void> {
  const reveal = { codes_sealed: codesSealed, expires_at: expiresAt };
  await trx
    .insertInto("recovery_code_reveals")
    .values({ user_id: userId, ...reveal })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(reveal))
    .execute();
}

export function findReveal(
  on: Database,
  userId: string,
): Promise<{ codesSealed: string; expiresAt: Date } | undefined> {
  return on
    .selectFrom("recovery_code_reveals")
    .select(["codes_sealed as codesSealed", "expires_at as expiresAt"])
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

export async function deleteReveal(on: Database, userId: string): Promise<void> {
  await on.deleteFrom("recovery_code_reveals").where("user_id", "=", userId).execute();
}
