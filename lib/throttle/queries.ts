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

/** Takes attempts back that were right: all of them for the keys in `wholly`, the last one for those in `once`. */
export async function forgive(on: Database, wholly: string[], once: string[]): Promise<void> {
  await on
    .updateTable("throttles")
    .set({
      count: sql`case when key = any(${wholly}::text[]) then 0 else greatest(count - 1, 0) end`,
      closed_until: null,
    })
    .where("key", "in", [...wholly, ...once])
    .execute();
}

/** Deletes up to `limit` counters that closed nothing any more before `at`; returns how many. */
export async function deleteStale(on: Database, at: Date, limit: number): Promise<number> {
  const deleted = await on
    .with("stale", (db) =>
      db
        .selectFrom("throttles")
        .select("key")
        .where("window_ends_at", "<", at)
        .where((row) => row.or([row("closed_until", "is", null), row("closed_until", "<", at)]))
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom("throttles")
    .where("key", "in", (query) => query.selectFrom("stale").select("stale.key"))
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
