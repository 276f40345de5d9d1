/** Counts attempts, all limits of a door in one statement, in the database that every instance shares. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Limit } from "./limit";

export type Spending = { key: string; limit: Limit };

/**
 * Counts one attempt at each of `spendings`, or at none of them when one is closed at `at`: then returns until when.
 * Rows are taken in the order of their keys, so that two doors at once wait for each other instead of dead-locking.
 */
export async function spend(on: Database, spendings: Spending[], at: Date): Promise<Date | undefined> {
  const wanted = spendings.map(({ key, limit }) => ({
    key,
    most: limit.most,
    within_ms: limit.within,
    first_wait_ms: limit.firstWait ?? null,
    longest_wait_ms: limit.longestWait ?? null,
  }));
  const { rows } = await sql<{ until: Date | null }>`
    select spend_throttles(${JSON.stringify(wanted)}::jsonb, ${at}::timestamptz) as until`.execute(on);
  return rows[0]?.until ?? undefined;
}

/** Forgets what was counted for `keys`. */
export async function forget(on: Database, keys: string[]): Promise<void> {
  await on.deleteFrom("throttles").where("key", "in", keys).execute();
}

/** Deletes counters that closed nothing any more before `at`; returns how many. */
export async function deleteStale(on: Database, at: Date): Promise<number> {
  const deleted = await on
    .deleteFrom("throttles")
    .where("window_ends_at", "<", at)
    .where((row) => row.or([row("closed_until", "is", null), row("closed_until", "<", at)]))
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
