/** Remembers what a worker needs to know of a sending, and how far it has come with it. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { longestSending } from "./sending";
import { dueAt } from "./sending-recipient-queries";

/** What every letter of an unfinished sending says alike; undefined when there is nothing to do for it. */
export function findUnfinishedSending(on: Database, id: string) {
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
export async function listUnfinishedSendings(on: Database, at: Date): Promise<string[]> {
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
  sendingId: string,
  server: { failuresInARow: number; nextTryAt: Date | null },
): Promise<void> {
  await on
    .updateTable("resend_jobs")
    .set({ failures_in_a_row: server.failuresInARow, next_try_at: server.nextTryAt })
    .where("id", "=", sendingId)
    .execute();
}

/** What is left of a sending. */
type Unfinished = { nextAt: Date; isBeingSent: boolean; failuresInARow: number; nextTryAt: Date | null };

/**
 * Locks a sending and says when there is something to do for it next, whether somebody has taken rows of it, how often in
 * a row its server has failed, and when it is tried again, as is noted by now; undefined when nothing is left. Rows that
 * were taken are due when whoever took them must have been killed.
 */
export async function lockUnfinished(trx: Transaction, sendingId: string): Promise<Unfinished | undefined> {
  const locked = await trx
    .selectFrom("resend_jobs")
    .select(["failures_in_a_row as failuresInARow", "next_try_at as nextTryAt"])
    .where("id", "=", sendingId)
    .forUpdate()
    .executeTakeFirst();
  const isSending = sql<boolean>`state = 'sending'`;
  const isAbandonedAt = sql<Date>`at + ${longestSending}::integer * interval '1 millisecond'`;
  const { nextAt, isBeingSent } = await trx
    .selectFrom("resend_recipients")
    .select([
      sql<Date | null>`min(case when ${isSending} then ${isAbandonedAt} else ${dueAt} end)`.as("nextAt"),
      sql<boolean>`coalesce(bool_or(${isSending}), false)`.as("isBeingSent"),
    ])
    .where("job_id", "=", sendingId)
    .where("state", "in", ["waiting", "sending"])
    .executeTakeFirstOrThrow();
  return locked && nextAt ? { ...locked, nextAt, isBeingSent } : undefined;
}

/** Says that nothing of a sending is left to do; or, with null, that there is again. */
export async function noteFinished(on: Database, sendingId: string, at: Date | null): Promise<void> {
  await on.updateTable("resend_jobs").set({ finished_at: at }).where("id", "=", sendingId).execute();
}
