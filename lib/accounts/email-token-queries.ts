/** Remembers the links that were mailed: whose they are, and what became of them. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Transaction } from "@/lib/database/transaction";
import { digests } from "@/lib/kernel/digest";

export type EmailTokenPurpose = "activation" | "password-reset";

type NewEmailToken = {
  id: string;
  userId: string;
  purpose: EmailTokenPurpose;
  email: string;
  tokenDigest: string;
  createdAt: Date;
  expiresAt: Date;
};

export async function insertEmailToken(on: Database, token: NewEmailToken): Promise<void> {
  await on
    .insertInto("email_tokens")
    .values({
      id: token.id,
      user_id: token.userId,
      purpose: token.purpose,
      email: token.email,
      token_digest: token.tokenDigest,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** Makes the open links void that were made before `newest`, with the same owner and purpose. */
export async function replaceOlderEmailTokens(on: Database, newest: string, at: Date): Promise<void> {
  await on
    .updateTable("email_tokens")
    .from("email_tokens as newest")
    .where("newest.id", "=", newest)
    .whereRef("email_tokens.user_id", "=", "newest.user_id")
    .whereRef("email_tokens.purpose", "=", "newest.purpose")
    .whereRef("email_tokens.id", "!=", "newest.id")
    .whereRef("email_tokens.created_at", "<=", "newest.created_at")
    .where("email_tokens.used_at", "is", null)
    .where("email_tokens.replaced_at", "is", null)
    .set({ replaced_at: at })
    .execute();
}

/** The link behind `token` with its owner, in any state, or undefined. */
export function findEmailToken(on: Database, purpose: EmailTokenPurpose, token: string) {
  return on
    .selectFrom("email_tokens")
    .innerJoin("users", "users.id", "email_tokens.user_id")
    .innerJoin("organisations", "organisations.id", "users.organisation_id")
    .where("token_digest", "in", digests("email-token", token))
    .where("purpose", "=", purpose)
    .select([
      "email_tokens.id",
      "email_tokens.email",
      "expires_at as expiresAt",
      "used_at as usedAt",
      "replaced_at as replacedAt",
      "users.id as userId",
      "users.name",
      "users.email as currentEmail",
      readerLanguage,
      "users.status",
      "users.email_confirmed_at as emailConfirmedAt",
      "users.organisation_id as organisationId",
      "organisations.name as organisationName",
      sql<boolean>`users.password_hash is not null`.as("hasPassword"),
    ])
    .executeTakeFirst();
}

export type EmailToken = NonNullable<Awaited<ReturnType<typeof findEmailToken>>>;

/** Uses a link up; false when it was used, replaced or has run out at `at`: of forty at once, one gets true. */
export async function spendEmailToken(trx: Transaction, id: string, at: Date): Promise<boolean> {
  const spent = await trx
    .updateTable("email_tokens")
    .set({ used_at: at })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** Makes the open links of `userId` with that purpose void: what they were for has happened in another way. */
export async function voidEmailTokensFor(
  trx: Transaction,
  userId: string,
  purpose: EmailTokenPurpose,
  at: Date,
): Promise<void> {
  await trx
    .updateTable("email_tokens")
    .set({ replaced_at: at })
    .where("user_id", "=", userId)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .execute();
}

/** Locks the open links of `userId`, in one order; returns their ids. */
export async function lockEmailTokens(trx: Transaction, userId: string): Promise<string[]> {
  const open = await trx
    .selectFrom("email_tokens")
    .select("id")
    .where("user_id", "=", userId)
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
