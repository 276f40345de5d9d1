/** Deletes sendings that were kept long enough. */
import { sql } from "kysely";
import type { Transaction } from "@/lib/database/transaction";

/**
 * Deletes up to `limit` recipients of sendings that were finished before `moment`; returns how many. The sendings stay
 * locked until the end of the transaction: whoever tries the failed again waits, and finds those who are left.
 */
export async function deleteRecipients(trx: Transaction, moment: Date, limit: number): Promise<number> {
  const deleted = await trx
    .with("finished", (db) =>
      db
        .selectFrom("resend_jobs")
        .select("id")
        .where("finished_at", "<", moment)
        // Each has a recipient at least: there are never more to look at than can be deleted.
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .with("old", (db) =>
      db
        .selectFrom("resend_recipients")
        .innerJoin("finished", "finished.id", "resend_recipients.job_id")
        .select(sql<string>`resend_recipients.ctid`.as("place"))
        .limit(limit)
        .forUpdate("resend_recipients")
        .skipLocked(),
    )
    .deleteFrom("resend_recipients")
    .where(sql<boolean>`ctid = any(array(select place from old))`)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/** Deletes sendings that were finished before `moment` and have no recipients left. */
export async function deleteEmptySendings(trx: Transaction, moment: Date): Promise<void> {
  await trx
    .deleteFrom("resend_jobs")
    .where("finished_at", "<", moment)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom("resend_recipients").select("user_id").whereRef("job_id", "=", "resend_jobs.id")),
      ),
    )
    .execute();
}
