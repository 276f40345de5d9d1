/** Remembers sendings, and takes their recipients down in one statement. */
import { sql } from "kysely";
import type { Transaction } from "@/lib/database/transaction";
import { mostListed, type RecipientReason, type RecipientState, type SendingPreview } from "./sending";
import { leftOutReason, recipientsAmong } from "./sending-preview-queries";
import { type Shown, shownUsers } from "./shown-users-queries";

type NewSending = {
  id: string;
  organisationId: string;
  startedBy: string;
  at: Date;
  preview: SendingPreview;
};

/** Remembers a sending that begins, with the numbers that its starter was shown; false when there is one of that id. */
export async function insertSending(trx: Transaction, sending: NewSending): Promise<boolean> {
  const { recipients, leftOut } = sending.preview;
  const inserted = await trx
    .insertInto("resend_jobs")
    .values({
      id: sending.id,
      organisation_id: sending.organisationId,
      started_by: sending.startedBy,
      started_at: sending.at,
      recipients,
      confirmed: leftOut.confirmed,
      deactivated: leftOut.deactivated,
      waiting_already: leftOut["waiting-already"],
      sent_meanwhile: leftOut["sent-meanwhile"],
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/**
 * Takes down everybody who is shown: recipients as waiting, in the order of their names, the first of the others with
 * the reason. One statement, whether for ten or for 100,000. Lock the organisation first: it has no
 * `on conflict do nothing`, which would cost as much again, and a second sending at once would be a fault.
 *
 * Returns how many recipients there are, and notes that: some may have been confirmed since they were counted, and a bar
 * that counts them, too, would never come to its end.
 */
export async function insertRecipients(
  trx: Transaction,
  sendingId: string,
  shown: Shown,
  seenAt: Date,
  at: Date,
): Promise<number> {
  const byName = sql`row_number() over (order by users.name_folded, users.id)`;
  const recipients = recipientsAmong(trx, shown, seenAt).select([
    sql<string>`${sendingId}::uuid`.as("job_id"),
    sql<number>`${byName}`.as("position"),
    "users.id as user_id",
    sql<RecipientState>`'waiting'`.as("state"),
    sql<RecipientReason | null>`null::text`.as("reason"),
    sql<Date>`${at}::timestamptz`.as("at"),
  ]);
  const reason = leftOutReason(seenAt);
  const leftOut = shownUsers(trx, shown)
    .where(sql<boolean>`${reason} is not null`)
    .select([
      sql<string>`${sendingId}::uuid`.as("job_id"),
      sql<number>`${byName} - ${sql.lit(mostListed + 1)}`.as("position"),
      "users.id as user_id",
      sql<RecipientState>`'left-out'`.as("state"),
      sql<RecipientReason | null>`${reason}`.as("reason"),
      sql<Date>`${at}::timestamptz`.as("at"),
    ])
    .orderBy("users.name_folded")
    .orderBy("users.id")
    .limit(mostListed);
  // Those left out come first. To find them is to look into the table that this statement writes to: a database that
  // knew it as empty would read what is written for each of them again.
  const taken = trx.selectFrom(leftOut.as("left_out")).selectAll().unionAll(recipients);
  const { numInsertedOrUpdatedRows: all } = await trx
    .insertInto("resend_recipients")
    .columns(["job_id", "position", "user_id", "state", "reason", "at"])
    .expression(trx.selectFrom(taken.as("taken")).selectAll())
    .executeTakeFirstOrThrow();
  // Those left out are few: to count the others would be to go through a hundred thousand again.
  const few = trx
    .selectFrom("resend_recipients")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("job_id", "=", sendingId)
    .where("state", "=", "left-out");
  const { recipients: count } = await trx
    .updateTable("resend_jobs")
    .set({ recipients: sql`${Number(all)}::integer - (${few})` })
    .where("id", "=", sendingId)
    .returning("recipients")
    .executeTakeFirstOrThrow();
  return count;
}
