/** Ends mailed links that were locked before. */
import type { Transaction } from "@/lib/database/transaction";
import type { EmailTokenPurpose } from "./email-token";
import { isUnspent } from "./email-token-parts";

/** Locks the open links of `userId`, those for `purpose` or all, in one order; returns their ids. */
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
    .where(isUnspent())
    .orderBy("id")
    .forUpdate()
    .execute();
  return open.map(({ id }) => id);
}

/** Makes the links `ids`, which are locked, void; one that was used meanwhile stays a used one. */
export async function voidEmailTokens(trx: Transaction, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("email_tokens")
    .set({ replaced_at: at })
    .where("id", "in", ids)
    .where("used_at", "is", null)
    .execute();
}
