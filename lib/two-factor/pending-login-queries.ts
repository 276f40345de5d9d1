/** Remembers pending logins. Transitions are single conditional statements, so that races have one winner. */
import { sql } from "kysely";
import { isAny } from "@/lib/database/prepared";
import type { Transaction } from "@/lib/database/transaction";
import { tokenDigests } from "./pending-login-token";

/** Gives a sending back when the mail server did not take the letter: nothing was sent. */
export async function returnSend(trx: Transaction, pendingLoginId: string): Promise<void> {
  await trx
    .updateTable("pending_logins")
    .set({ sends_left: sql`sends_left + 1` })
    .where("id", "=", pendingLoginId)
    .execute();
}

/** Ends a pending login that was not redeemed; returns whose it was. */
export async function cancelUnredeemed(
  trx: Transaction,
  token: string,
  at: Date,
): Promise<{ userId: string; organisationId: string } | undefined> {
  return trx
    .updateTable("pending_logins")
    .set({ cancelled_at: at })
    .where(isAny("token_digest", tokenDigests(token)))
    .where("redeemed_at", "is", null)
    .where("cancelled_at", "is", null)
    .returning(["user_id as userId", "organisation_id as organisationId"])
    .executeTakeFirst();
}
