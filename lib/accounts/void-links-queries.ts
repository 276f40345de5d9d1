/** Ends mailed links: those of one purpose, or all that were locked before. */
import type { Transaction } from "@/lib/database/transaction";
import type { EmailTokenPurpose } from "./email-token-queries";

/** Makes the open links of `userId` with that purpose void: what they were for has happened in another way. */
export async function voidEmailTokensFor(
  trx: Transaction,
  userId: string,
  purpose: EmailTokenPurpose,
  at: Date,
): Promise<void> {
  await voidEmailTokens(trx, await lockEmailTokens(trx, userId, purpose), at);
}

/** Locks the open links of `userId`, of all purposes or of one, in one order; returns their ids. */
export async function lockEmailTokens(
  trx: Transaction,
  userId: string,
  purpose?: EmailTokenPurpose,
): Promise<string[]> {
  const open = await trx
    .selectFrom("email_tokens")
    .select("id")
    .where("user_id", "=", userId)
    .where(({ eb, lit }) => (purpose ? eb("purpose", "=", purpose) : lit(true)))
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  return open.map(({ id }) => id);
}

/** Makes the links `ids`, which are locked, void. */
export async function voidEmailTokens(trx: Transaction, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable("email_tokens").set({ replaced_at: at }).where("id", "in", ids).execute();
}
