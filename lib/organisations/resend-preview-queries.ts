/** Remembers whom a sending would reach and whom it leaves out: one spelling for counting and for starting it. */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { LeftOutReason, ResendPreview } from "./resend-job";
import { type Shown, shownUsers } from "./shown-users-queries";

/** Why a user gets no e-mail, as SQL; null for a recipient. `seenAt` is when the numbers were shown to whoever presses. */
export function leftOutReason(seenAt: Date): RawBuilder<LeftOutReason | null> {
  return sql`case
    when users.email_confirmed_at is not null then 'confirmed'
    when users.status <> 'active' then 'deactivated'
    when ${isWaiting} then 'waiting-already'
    when ${sentSince(seenAt)} then 'sent-meanwhile'
  end`;
}

/** The recipients among those shown. The first two conditions are those of an index. */
export function recipientsAmong(on: Database, shown: Shown, seenAt: Date) {
  return shownUsers(on, shown)
    .where("users.email_confirmed_at", "is", null)
    .where("users.status", "=", "active")
    .where(sql<boolean>`not ${isWaiting}`)
    .where(sql<boolean>`not ${sentSince(seenAt)}`);
}

const isWaiting = sql<boolean>`exists (
  select from resend_recipients
  where resend_recipients.user_id = users.id and resend_recipients.state in ('waiting', 'sending'))`;

/** Somebody else's sending may have come and gone while the page was open: nobody gets two e-mails for that. */
const sentSince = (seenAt: Date) => sql<boolean>`users.id in (
  select sent.user_id from resend_recipients as sent where sent.state = 'sent' and sent.at > ${seenAt})`;

/** Whether there is anybody to send to: as cheap as the answer is clear. */
export async function hasRecipients(on: Database, shown: Shown, seenAt: Date): Promise<boolean> {
  const found = await recipientsAmong(on, shown, seenAt).select("users.id").limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Counts everybody who is shown, exactly. */
export async function countPreview(on: Database, shown: Shown, seenAt: Date): Promise<ResendPreview> {
  const reasons = shownUsers(on, shown).select(leftOutReason(seenAt).as("reason"));
  const rows = await on
    .selectFrom(reasons.as("counted"))
    .select(({ fn }) => ["reason", fn.countAll<number>().as("count")])
    .groupBy("reason")
    .execute();
  const count = (reason: LeftOutReason | null) => rows.find((row) => row.reason === reason)?.count ?? 0;
  return {
    recipients: count(null),
    leftOut: {
      confirmed: count("confirmed"),
      deactivated: count("deactivated"),
      "waiting-already": count("waiting-already"),
      "sent-meanwhile": count("sent-meanwhile"),
    },
  };
}
