/** Counts attempts, all limits of a door in one statement, in the database that every instance shares. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { deleteSome } from "@/lib/database/delete-some";
import { type Forgiven, type Spending, spending } from "./gate";
import { forgiving, lockingFirst, untilOf } from "./gate-parts";

/** Counts one attempt at each of `spendings`, or at none of them when one is closed at `at`: then returns until when. */
export async function spend(on: Database, spendings: Spending[], at: Date): Promise<Date | undefined> {
  const gate = spending(spendings, at);
  const { until } = await on.selectNoFrom(untilOf(gate).as("until")).executeTakeFirstOrThrow();
  return until ?? undefined;
}

/** Takes attempts back that were right. */
export async function forgive(on: Database, forgiven: Forgiven): Promise<void> {
  await lockingFirst(forgiving(on, forgiven), forgiven).execute();
}

/** Deletes up to `limit` counters that closed nothing any more before `at`; returns how many. */
export function deleteStale(on: Database, at: Date, limit: number): Promise<number> {
  const isOver = sql<boolean>`window_ends_at < ${at} and (closed_until is null or closed_until < ${at})`;
  return deleteSome(on, "throttles", ["key"], isOver, limit);
}
