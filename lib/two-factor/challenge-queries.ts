/** Remembers the codes sent by e-mail: one live code per pending login, used once. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import type { Challenge } from "./challenge";

/** Puts `challenge` in the place of the live one. */
export async function replaceChallenge(
  trx: Transaction,
  pendingLoginId: string,
  challenge: Challenge,
): Promise<void> {
  await trx
    .updateTable("challenges")
    .set({ replaced_at: challenge.sentAt })
    .where("pending_login_id", "=", pendingLoginId)
    .where("replaced_at", "is", null)
    .where("used_at", "is", null)
    .execute();
  await trx
    .insertInto("challenges")
    .values({
      id: challenge.id,
      pending_login_id: pendingLoginId,
      code_digest: challenge.codeDigest,
      sent_at: challenge.sentAt,
      expires_at: challenge.expiresAt,
    })
    .execute();
}

/** Starts the life of a code at its hand-over to the mail server; false when a newer one replaced it meanwhile. */
export async function markSent(
  on: Database,
  challengeId: string,
  sentAt: Date,
  expiresAt: Date,
): Promise<boolean> {
  const marked = await on
    .updateTable("challenges")
    .set({ sent_at: sentAt, expires_at: expiresAt })
    .where("id", "=", challengeId)
    .where("replaced_at", "is", null)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
}

/** Withdraws a code that was never handed over. */
export async function withdrawChallenge(trx: Transaction, challengeId: string, at: Date): Promise<void> {
  await trx
    .updateTable("challenges")
    .set({ replaced_at: at })
    .where("id", "=", challengeId)
    .where("used_at", "is", null)
    .execute();
}
