/** Remembers new recovery codes, sealed, until their owner has saved them, for the session that made them alone. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import type { ShownTo } from "./authenticator-queries";

/** Keeps sealed codes for one session until `expiresAt`, in the place of those that another one was shown. */
export async function putReveal(
  trx: Transaction,
  to: ShownTo,
  codesSealed: string,
  expiresAt: Date,
): Promise<void> {
  const reveal = { session_id: to.sessionId, codes_sealed: codesSealed, expires_at: expiresAt };
  await trx
    .insertInto("recovery_code_reveals")
    .values({ user_id: to.userId, ...reveal })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(reveal))
    .execute();
}

/** The sealed codes that wait in one session, also when their time is over; undefined where there are none. */
export function findReveal(
  on: Database,
  to: ShownTo,
): Promise<{ codesSealed: string; expiresAt: Date } | undefined> {
  return on
    .selectFrom("recovery_code_reveals")
    .select(["codes_sealed as codesSealed", "expires_at as expiresAt"])
    .where("user_id", "=", to.userId)
    .where("session_id", "=", to.sessionId)
    .executeTakeFirst();
}

/** Forgets the codes that wait in one session. */
export async function deleteReveal(on: Database, to: ShownTo): Promise<void> {
  await on
    .deleteFrom("recovery_code_reveals")
    .where("user_id", "=", to.userId)
    .where("session_id", "=", to.sessionId)
    .execute();
}

/** Forgets the codes of a user in whichever session they wait. */
export async function deleteRevealOf(on: Database, userId: string): Promise<void> {
  await on.deleteFrom("recovery_code_reveals").where("user_id", "=", userId).execute();
}
