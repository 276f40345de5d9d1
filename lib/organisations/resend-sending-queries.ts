/** Remembers what a worker needs to know of a sending, and how far it has come with it. */
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";

/** What every letter of an unfinished sending says alike; undefined when there is nothing to do for it. */
export function findUnfinishedJob(on: Database, id: string) {
  return on
    .selectFrom("resend_jobs")
    .innerJoin("organisations", "organisations.id", "resend_jobs.organisation_id")
    .where("resend_jobs.id", "=", id)
    .where("finished_at", "is", null)
    .select([
      "resend_jobs.id",
      "resend_jobs.recipients",
      "resend_jobs.organisation_id as organisationId",
      "organisations.name as organisationName",
      "failures_in_a_row as failuresInARow",
    ])
    .executeTakeFirst();
}

/** The sendings that somebody could go on with at `at`. */
export async function listUnfinishedJobs(on: Database, at: Date): Promise<string[]> {
  const rows = await on
    .selectFrom("resend_jobs")
    .select("id")
    .where("finished_at", "is", null)
    .where(({ eb, or }) => or([eb("next_try_at", "is", null), eb("next_try_at", "<=", at)]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that the mail server takes letters, or when it is tried again. */
export async function noteServer(
  on: Database,
  jobId: string,
  server: { failuresInARow: number; nextTryAt: Date | null },
): Promise<void> {
  await on
    .updateTable("resend_jobs")
    .set({ failures_in_a_row: server.failuresInARow, next_try_at: server.nextTryAt })
    .where("id", "=", jobId)
    .execute();
}

/** Locks a sending and says what is left of it: rows to take, and rows that somebody has taken. */
export async function lockAndCountUnfinished(
  trx: Transaction,
  jobId: string,
): Promise<{ waiting: boolean; sending: boolean }> {
  await trx.selectFrom("resend_jobs").select("id").where("id", "=", jobId).forUpdate().execute();
  const rows = await trx
    .selectFrom("resend_recipients")
    .select("state")
    .distinct()
    .where("job_id", "=", jobId)
    .where("state", "in", ["waiting", "sending"])
    .execute();
  const is = (state: string) => rows.some((row) => row.state === state);
  return { waiting: is("waiting"), sending: is("sending") };
}

/** Says that nothing of a sending is left to do; or, with null, that there is again. */
export async function noteFinished(on: Database, jobId: string, at: Date | null): Promise<void> {
  await on.updateTable("resend_jobs").set({ finished_at: at }).where("id", "=", jobId).execute();
}
