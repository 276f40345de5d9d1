/** Remembers the recipients of a sending: rows are taken once, and each says how it went. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Transaction } from "@/lib/database/transaction";
import { before } from "@/lib/kernel/clock";
import { longestSending, mostTries, type RecipientReason } from "./resend-job";
import { isVisible } from "./shown-users-queries";
import type { Reach } from "./visibility";

/** A recipient that a worker has taken, as they are now. */
export type Taken = {
  position: number;
  /** How often their letter got no answer while other letters did. */
  tries: number;
  userId: string;
  name: string;
  email: string;
  language: string | null;
  status: "active" | "deactivated";
  emailConfirmedAt: Date | null;
};

/**
 * Lets the database look at a table into which 100,000 rows may have come a second ago: with the sizes that it knew
 * before, it would read and sort all of them for each twenty that are taken.
 */
export async function noticeSizes(on: Database): Promise<void> {
  await sql`analyze resend_recipients`.execute(on);
}

/** Takes up to `limit` waiting rows; several workers at once take different ones. */
export async function takeRecipients(on: Database, jobId: string, limit: number, at: Date): Promise<Taken[]> {
  const waiting = on
    .selectFrom("resend_recipients")
    .select(sql`ctid`.as("place"))
    .where("job_id", "=", jobId)
    .where("state", "=", "waiting")
    .orderBy("position")
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return on
    .with("taken", (db) =>
      db
        .updateTable("resend_recipients")
        .set({ state: "sending", at })
        // By their place in the table, where they were just locked: nothing is searched for a second time.
        .where(sql<boolean>`ctid = any(array(${waiting}))`)
        .returning(["position", "tries", "user_id"]),
    )
    .selectFrom("taken")
    .innerJoin("users", "users.id", "taken.user_id")
    .select([
      "taken.position",
      "taken.tries",
      "users.id as userId",
      "users.name",
      "users.email",
      readerLanguage,
      "users.status",
      "users.email_confirmed_at as emailConfirmedAt",
    ])
    .execute();
}

/** Puts back what a killed process had taken; returns how many rows that were. */
export async function putBackAbandoned(on: Database, jobId: string, at: Date): Promise<number> {
  const put = await on
    .updateTable("resend_recipients")
    .set({ state: "waiting", at })
    .where("job_id", "=", jobId)
    .where("state", "=", "sending")
    .where("at", "<=", before(at, longestSending))
    .executeTakeFirst();
  return Number(put.numUpdatedRows);
}

/** How far to the end a row goes that got no answer: further than any sending is long. */
const toTheEnd = 10_000_000;

/** How an attempt ended. `unreachable` is tried again, after all others, until the row's tries are used up. */
export type Ending = {
  position: number;
  is: "sent" | "left-out" | "refused" | "unreachable";
  reason?: RecipientReason;
};

/** Writes down how attempts ended. A row that is not `sending` any more is somebody else's, and stays as it is. */
export async function settleRecipients(
  on: Database,
  jobId: string,
  endings: Ending[],
  at: Date,
): Promise<void> {
  await on
    .with("ending", () => listedEndings(endings))
    .with("settled", () => settlingRecipients(jobId, at))
    .selectFrom("settled")
    .selectAll()
    .execute();
}

type ListedEnding = { position: number; is: string; reason: string | null; link: string; owner: string };

/** Endings as a part of a statement, with the links that were in the letters. */
export function listedEndings(endings: (Ending & { link?: { id: string; userId: string } })[]) {
  const rows = endings.map(({ position, is, reason, link }) => {
    return { position, is, reason: reason ?? null, link: link?.id, owner: link?.userId };
  });
  return sql<ListedEnding>`(
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as ending(position integer, "is" text, reason text, link uuid, owner uuid)
  )`;
}

/** As {@link settleRecipients}, as a part of a larger statement, for the endings in its part "ending". */
export function settlingRecipients(jobId: string, at: Date) {
  return sql<{ position: number }>`(
    update resend_recipients as recipient set
      state = case
        when ending.is = 'refused' then 'failed'
        when ending.is <> 'unreachable' then ending.is
        when recipient.tries + 1 >= ${mostTries} then 'failed'
        else 'waiting' end,
      reason = case
        when ending.is in ('refused', 'unreachable') then ending.is
        else ending.reason end,
      tries = recipient.tries + case when ending.is = 'unreachable' then 1 else 0 end,
      position = recipient.position + case when ending.is = 'unreachable' then ${sql.lit(toTheEnd)} else 0 end,
      at = ${at}
    from ending
    where recipient.job_id = ${jobId} and recipient.position = ending.position and recipient.state = 'sending'
    returning recipient.position
  )`;
}

/** Gives rows back untouched, because the mail server is away and not they. */
export async function putBack(on: Database, jobId: string, positions: number[], at: Date): Promise<void> {
  await on
    .updateTable("resend_recipients")
    .set({ state: "waiting", at })
    .where("job_id", "=", jobId)
    .where("position", "in", positions)
    .where("state", "=", "sending")
    .execute();
}

/** Gives up everybody who still waits, because the mail server has been away too long. */
export async function giveUpWaiting(trx: Transaction, jobId: string, at: Date): Promise<void> {
  await trx
    .updateTable("resend_recipients")
    .set({ state: "failed", reason: "unreachable", at })
    .where("job_id", "=", jobId)
    .where("state", "=", "waiting")
    .execute();
}

/** Lets the failed within `reach` wait again, but for those who wait in another sending; returns how many. */
export async function failedToWaiting(
  trx: Transaction,
  reach: Reach,
  jobId: string,
  at: Date,
): Promise<number> {
  const again = await trx
    .updateTable("resend_recipients as failed")
    .set({ state: "waiting", reason: null, tries: 0, position: sql`position % ${sql.lit(toTheEnd)}`, at })
    .where("failed.job_id", "=", jobId)
    .where("failed.state", "=", "failed")
    .where(isVisible(trx, reach, "failed.user_id"))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("resend_recipients as other")
            .select("other.user_id")
            .whereRef("other.user_id", "=", "failed.user_id")
            .where("other.state", "in", ["waiting", "sending"]),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(again.numUpdatedRows);
}
