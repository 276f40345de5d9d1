/** Remembers the links of letters that go to many at once, in one statement for all. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";

export type ActivationToken = { id: string; userId: string; email: string; tokenDigest: string };

export async function insertActivationTokens(
  on: Database,
  tokens: ActivationToken[],
  { createdAt, expiresAt }: { createdAt: Date; expiresAt: Date },
): Promise<void> {
  await on
    .insertInto("email_tokens")
    .values(
      tokens.map((token) => ({
        id: token.id,
        user_id: token.userId,
        purpose: "activation" as const,
        email: token.email,
        token_digest: token.tokenDigest,
        created_at: createdAt,
        expires_at: expiresAt,
      })),
    )
    .execute();
}

/** Makes the open links void that are older than those of `newest`, with the same owners. */
export async function replaceOlderActivations(
  trx: Transaction,
  newest: { id: string; userId: string }[],
  at: Date,
): Promise<void> {
  const ids = newest.map(({ id }) => id);
  const owners = newest.map(({ userId }) => userId);
  await trx
    .updateTable("email_tokens")
    .from("email_tokens as newest")
    .where("newest.id", "in", ids)
    // Said twice, so that the index of the owners is used, however many links there are.
    .where("email_tokens.user_id", "in", owners)
    .whereRef("email_tokens.user_id", "=", "newest.user_id")
    .whereRef("email_tokens.purpose", "=", "newest.purpose")
    .whereRef("email_tokens.id", "!=", "newest.id")
    .whereRef("email_tokens.created_at", "<=", "newest.created_at")
    .where("email_tokens.used_at", "is", null)
    .where("email_tokens.replaced_at", "is", null)
    .set({ replaced_at: at })
    .execute();
}

/** Forgets links whose letters the mail server did not take: nobody has them. */
export async function deleteActivations(trx: Transaction, ids: string[]): Promise<void> {
  await trx.deleteFrom("email_tokens").where("id", "in", ids).execute();
}
