/** Counts attempts, all limits of a door in one statement, in the database that every instance shares. */
import { type QueryCreator, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import type { Limit } from "./limit";

export type Spending = { key: string; limit: Limit };

/**
 * Counts one attempt at each of `spendings`, or at none of them when one is closed at `at`: then returns until when.
 * Rows are taken in the order of their keys, so that two doors at once wait for each other instead of dead-locking.
 */
export async function spend(on: Database, spendings: Spending[], at: Date): Promise<Date | undefined> {
  const { until } = await on.selectNoFrom(spending(spendings, at).as("until")).executeTakeFirstOrThrow();
  return until ?? undefined;
}

/** What a larger statement asks before it goes on: until when it is closed, or null. */
export type Gate = RawBuilder<Date | null>;

/** {@link spend} as a part of a larger statement. */
export function spending(spendings: Spending[], at: Date): Gate {
  const wanted = spendings.map(({ key, limit }) => ({
    key,
    most: limit.most,
    within_ms: limit.within,
    first_wait_ms: limit.firstWait ?? null,
    longest_wait_ms: limit.longestWait ?? null,
  }));
  return sql`spend_throttles(${JSON.stringify(wanted)}::jsonb, ${at}::timestamptz)`;
}

/** What a larger statement finds out on its way. */
export type Choice = RawBuilder<string | null>;

/** {@link spending} of what `choice` stands for in the larger statement; of `otherwise` where it is none of `cases`. */
export function spendingBy(
  choice: Choice,
  cases: Map<string, Spending[]>,
  otherwise: Spending[],
  at: Date,
): Gate {
  const whens = [...cases].map(([value, spendings]) => sql`when ${value} then ${spending(spendings, at)}`);
  if (whens.length === 0) return spending(otherwise, at);
  return sql`case ${choice} ${sql.join(whens, sql` `)} else ${spending(otherwise, at)} end`;
}

/**
 * Whether one of `keys` is closed at `at`, as a part of a larger statement; nothing is counted. Waits for those that
 * are counting just now, and holds `keys` and `others` until the statement ends: what it forgives later, it has by then.
 */
export function closed(keys: string[], others: string[], at: Date): Gate {
  return sql`(with ${held([...keys, ...others])} select max(held.closed_until) from held
    where held.key = any(${keys}::text[]) and held.closed_until > ${at}::timestamptz)`;
}

/**
 * The counters of `keys`, locked in the order in which `spend_throttles` takes them: nobody waits in a circle.
 * Materialized: otherwise what is asked of them afterwards would decide which of them are locked.
 */
const held = (keys: string[]) => sql`held as materialized (
  select key, closed_until from throttles where key = any(${keys}::text[]) order by key for update)`;

/** A gate that says what is known already. */
export function known(until: Date | undefined): Gate {
  return sql`${until ?? null}::timestamptz`;
}

/** Counters of attempts that were right: all attempts of those in `wholly` are taken back, one of those in `once`. */
export type Forgiven = { wholly: string[]; once: string[] };

/** Takes attempts back that were right. */
export async function forgive(on: Database, forgiven: Forgiven): Promise<void> {
  await forgiving(on, forgiven).execute();
}

/** {@link forgive} as a part of a larger statement, done if its part `source` has a row. */
export function forgivingIf(db: QueryCreator<Schema>, forgiven: Forgiven, source: string) {
  return forgiving(db, forgiven).where(sql<boolean>`exists (select from ${sql.table(source)})`);
}

function forgiving(db: QueryCreator<Schema>, { wholly, once }: Forgiven) {
  return db
    .updateTable("throttles")
    .set({
      count: sql`case when key = any(${wholly}::text[]) then 0 else greatest(count - 1, 0) end`,
      closed_until: null,
    })
    .where(sql<boolean>`key in (with ${held([...wholly, ...once])} select held.key from held)`);
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
