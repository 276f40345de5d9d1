/** Remembers what people say about themselves. */
import { sql } from "kysely";
import type { Transaction } from "@/lib/database/transaction";

/** What people say about themselves, locked, so that two changes go one after the other. Throws for nobody. */
export function lockProfile(trx: Transaction, userId: string) {
  return trx
    .selectFrom("users")
    .select(["name", "language"])
    .where("id", "=", userId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

/** Sets what people say about themselves; the revision rises. */
export async function setProfile(
  trx: Transaction,
  userId: string,
  profile: { name: string; language: string | null },
  at: Date,
): Promise<void> {
  await trx
    .updateTable("users")
    .set({ ...profile, changed_at: at, revision: sql`revision + 1` })
    .where("id", "=", userId)
    .execute();
}
