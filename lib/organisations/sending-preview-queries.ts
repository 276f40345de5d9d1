/** Remembers whom a sending would reach and whom it leaves out: one spelling for counting and for starting it. */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { LeftOutReason, SendingPreview } from "./sending";
import { type Shown, shownUsers, type UsersQuery } from "./shown-users-queries";

/** Why a user gets no e-mail, as SQL; null for a recipient. `seenAt` is when the numbers were shown to whoever presses. */
export function leftOutReason(seenAt: Date): RawBuilder<LeftOutReason | null> {
  return sql`case
    when users.email_confirmed_at is not null then 'confirmed'
    when users.status <> 'active' then 'deactivated'
    when ${isWaiting} then 'waiting-already'
    when ${sentSince(seenAt)} then 'sent-meanwhile'
  end`;
}

/** The recipients among those shown. */
export function recipientsAmong(on: Database, shown: Shown, seenAt: Date): UsersQuery {
  return toConfirm(on, shown)
    .where(sql<boolean>`not ${isWaiting}`)
    .where(sql<boolean>`not ${sentSince(seenAt)}`);
}

/** Active and not confirmed: an index of its own finds them. */
function toConfirm(on: Database, shown: Shown): UsersQuery {
  return shownUsers(on, shown)
    .where("users.email_confirmed_at", "is", null)
    .where("users.status", "=", "active");
}

/** Whether the user of the part "users" has an e-mail to come from a sending. */
export const isWaiting = sql<boolean>`exists (
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

/** Counts everybody who is shown, exactly: each number by the index that it has. */
export async function countPreview(on: Database, shown: Shown, seenAt: Date): Promise<SendingPreview> {
  const everybody = await countOf(shownUsers(on, shown));
  const deactivated = await countOf(
    shownUsers(on, shown)
      .where("users.email_confirmed_at", "is", null)
      .where("users.status", "=", "deactivated"),
  );
  const recipients = await countOf(recipientsAmong(on, shown, seenAt));
  const waiting = await countOf(toConfirm(on, shown).where(isWaiting));
  const justSent = await countOf(
    toConfirm(on, shown).where(sql<boolean>`not ${isWaiting}`).where(sentSince(seenAt)),
  );
  return {
    recipients,
    leftOut: {
      confirmed: everybody - deactivated - recipients - waiting - justSent,
      deactivated,
      "waiting-already": waiting,
      "sent-meanwhile": justSent,
    },
  };
}

async function countOf(query: UsersQuery): Promise<number> {
  const { count } = await query
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
