/** Remembers the recipients of a sending: rows are taken once, put back, given up, and tried again. */
import { sql } from "kysely";
import { mailedEnough } from "@/lib/accounts/email-token-parts";
import { adderName } from "@/lib/database/adder-name";
import type { Database } from "@/lib/database/connection";
import { readerLanguage } from "@/lib/database/reader-language";
import type { Transaction } from "@/lib/database/transaction";
import { before } from "@/lib/kernel/clock";
import { longestSending, pauses } from "./sending";
import { toTheEnd } from "./sending-settling-queries";
import { isVisible } from "./shown-users-queries";
import type { UserStatus } from "./user";
import type { Reach } from "./visibility";

/** A recipient that a worker has taken, as they are now. */
export type Taken = {
  position: number;
  /** How often their letter was not taken while others were. */
  tries: number;
  userId: string;
  name: string;
  email: string;
  language: string | null;
  /** Who added them, by name. */
  invitedBy: string | null;
  status: UserStatus;
  emailConfirmedAt: Date | null;
  /** Whether they have been mailed as many of these e-mails as one address gets. */
  mailedEnough: boolean;
};

/**
 * Lets the database look at a table into which 100,000 rows may have come a second ago: with the sizes that it knew
 * before, it would read and sort all of them for each twenty that are taken.
 */
export async function noticeSizes(on: Database): Promise<void> {
  await sql`analyze resend_recipients`.execute(on);
}

/** From when on a row may be taken: at once, but for one that has cost a try, which is left alone for a while. */
export const dueAt = sql<Date>`coalesce(at + (${pauses}::integer[])[tries] * interval '1 millisecond', 'epoch')`;

/**
 * Takes up to `limit` waiting rows that are due; several workers at once take different ones. With `onlyNew` none that
 * was tried before and went to the end.
 */
export async function takeRecipients(
  on: Database,
  sendingId: string,
  { limit, onlyNew, at }: { limit: number; onlyNew: boolean; at: Date },
): Promise<Taken[]> {
  const waiting = on
    .selectFrom("resend_recipients")
    .select(sql`ctid`.as("place"))
    .where("job_id", "=", sendingId)
    .where("state", "=", "waiting")
    .where(dueAt, "<=", at)
    .$if(onlyNew, (rows) => rows.where("position", "<", toTheEnd))
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
      adderName,
      "users.status",
      "users.email_confirmed_at as emailConfirmedAt",
      mailedEnough(at).as("mailedEnough"),
    ])
    .execute();
}

/** Puts back what a killed process had taken, as {@link putBack} does; returns how many rows that were. */
export async function putBackAbandoned(on: Database, sendingId: string, at: Date): Promise<number> {
  const put = await on
    .updateTable("resend_recipients")
    .set({ state: "waiting", at })
    .where("job_id", "=", sendingId)
    .where("state", "=", "sending")
    .where("at", "<=", before(at, longestSending))
    .executeTakeFirst();
  return Number(put.numUpdatedRows);
}

/** Gives rows back: nobody has begun with them. What has cost a try before is left alone for a while from now on. */
export async function putBack(on: Database, sendingId: string, positions: number[], at: Date): Promise<void> {
  await on
    .updateTable("resend_recipients")
    .set({ state: "waiting", at })
    .where("job_id", "=", sendingId)
    .where("position", "in", positions)
    .where("state", "=", "sending")
    .execute();
}

/** Gives up everybody who still waits, because the mail server has been away too long. */
export async function giveUpWaiting(trx: Transaction, sendingId: string, at: Date): Promise<void> {
  await trx
    .updateTable("resend_recipients")
    .set({ state: "failed", reason: "unreachable", at })
    .where("job_id", "=", sendingId)
    .where("state", "=", "waiting")
    .execute();
}

/** Lets the failed within `reach` wait again, but for those who wait in another sending; returns how many. */
export async function failedToWaiting(
  trx: Transaction,
  reach: Reach,
  sendingId: string,
  at: Date,
): Promise<number> {
  const again = await trx
    .updateTable("resend_recipients as failed")
    .set({ state: "waiting", reason: null, tries: 0, position: sql`position % ${sql.lit(toTheEnd)}`, at })
    .where("failed.job_id", "=", sendingId)
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
