/** Remembers the links of letters that go to many at once, in one statement for all. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";

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

/**
 * Makes the open links void that are older than those of the part "sent" of a larger statement (columns `link` and
 * `owner`), with the same owners.
 */
export function replacingOlderActivations(at: Date) {
  return sql<{ id: string }>`(
    update email_tokens as older set replaced_at = ${at}
    from sent join email_tokens as newest on newest.id = sent.link
    where older.user_id = sent.owner and older.purpose = newest.purpose and older.id <> newest.id
      and older.created_at <= newest.created_at and older.used_at is null and older.replaced_at is null
    returning older.id
  )`;
}

/** Forgets the links of the part "unsent" of a larger statement, which the mail server did not take: nobody has them. */
export function forgettingActivations() {
  return sql<{ id: string }>`(
    delete from email_tokens using unsent where email_tokens.id = unsent.link returning email_tokens.id
  )`;
}
