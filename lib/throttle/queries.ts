/** Counts attempts, all limits of a door in one statement, in the database that every instance shares. */
import { type QueryCreator, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import { deleteSome } from "@/lib/database/delete-some";
import { isAny, type OneByOne, oneByOne } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";
import type { Limit } from "./limit";

export type Spending = { key: string; limit: Limit };

/**
 * Counts one attempt at each of `spendings`, or at none of them when one is closed at `at`: then returns until when.
 * Rows are taken in the order of their keys, so that two doors at once wait for each other instead of dead-locking.
 */
export async function spend(on: Database, spendings: Spending[], at: Date): Promise<Date | undefined> {
  const gate = spending(spendings, at);
  const { until } = await on.selectNoFrom(untilOf(gate).as("until")).executeTakeFirstOrThrow();
  return until ?? undefined;
}

/** What a larger statement is given to count before it goes on; or `known`, when it was counted elsewhere. */
export type Gate = { wanted: string; at: Date; known: Date | null };

/** {@link spend} as a part of a larger statement. */
export function spending(spendings: Spending[], at: Date): Gate {
  return { wanted: JSON.stringify(wantedOf(spendings)), at, known: null };
}

/** A gate that counts nothing and says what is known already. */
export function known(until: Date | undefined, at: Date): Gate {
  return { wanted: "[]", at, known: until ?? null };
}

/** Until when `gate` is closed, or null, where the larger statement asks it. */
export function untilOf({ wanted, at, known }: Gate) {
  return sql<Date | null>`coalesce(${known}::timestamptz, spend_throttles(${wanted}::jsonb, ${at}::timestamptz))`;
}

/** As {@link Gate}, with what to count for each value of something that only the larger statement finds out. */
export type GateByChoice = { cases: string; at: Date };

/** {@link spending} of the one of `cases` that the larger statement chooses; of `otherwise` when it is none of them. */
export function spendingBy(cases: Map<string, Spending[]>, otherwise: Spending[], at: Date): GateByChoice {
  const wanted = [...cases, [none, otherwise] as const].map(([value, each]) => [value, wantedOf(each)]);
  return { cases: JSON.stringify(Object.fromEntries(wanted)), at };
}

const none = "none";

/** As {@link untilOf}, for what the larger statement has found in `choice`. */
export function untilByChoice({ cases, at }: GateByChoice, choice: RawBuilder<string | null>) {
  return sql<Date | null>`spend_throttles(${cases}::jsonb -> coalesce(${choice}, ${none}::text), ${at}::timestamptz)`;
}

const wantedOf = (spendings: Spending[]) =>
  spendings.map(({ key, limit }) => ({
    key,
    most: limit.most,
    within_ms: limit.within,
    first_wait_ms: limit.firstWait ?? null,
    longest_wait_ms: limit.longestWait ?? null,
  }));

/** As {@link Gate}, for counters that are only looked at: `keys` are asked, all of `held` are locked. */
export type ClosedGate = { keys: OneByOne; held: OneByOne; at: Date; known: Date | null };

/**
 * Whether one of `keys` is closed at `at`, as a part of a larger statement; nothing is counted. Waits for those that
 * are counting just now, and holds `keys` and `others` until the statement ends: what it forgives later, it has by then.
 * What is `known` from elsewhere comes first.
 */
export function closed(keys: string[], others: string[], at: Date, known?: Date): ClosedGate {
  return { keys: oneByOne(keys), held: oneByOne([...keys, ...others]), at, known: known ?? null };
}

/** As {@link untilOf}, of counters that are only looked at. */
export function untilOfClosed({ keys, held, at, known }: ClosedGate) {
  return sql<Date | null>`coalesce(${known}::timestamptz, (with ${holding(held)} select max(held.closed_until) from held
    where ${isAny("held.key", keys)} and held.closed_until > ${at}::timestamptz))`;
}

/**
 * The counters of `keys`, locked in the order in which `spend_throttles` takes them: nobody waits in a circle.
 * Materialized: otherwise what is asked of them afterwards would decide which of them are locked.
 */
const holding = (keys: OneByOne) => sql`held as materialized (
  select key, closed_until from throttles where ${isAny("key", keys)} order by key for update)`;

/** Counters of attempts that were right: one attempt of each in `keys` is taken back, all of those in `wholly`. */
export type Forgiven = { keys: OneByOne; wholly: string[] };

/** Takes attempts back that were right. */
export async function forgive(on: Database, forgiven: Forgiven): Promise<void> {
  await lockingFirst(forgiving(on, forgiven), forgiven).execute();
}

/** {@link forgive} as a part of a larger statement, done if its part `source` has a row. */
export function forgivingIf(db: QueryCreator<Schema>, forgiven: Forgiven, source: string) {
  return lockingFirst(forgivingHeld(db, forgiven, source), forgiven);
}

/** The same in a statement whose {@link untilOfClosed} holds those counters already. */
export function forgivingHeld(db: QueryCreator<Schema>, forgiven: Forgiven, source: string) {
  return forgiving(db, forgiven).where(sql<boolean>`exists (select from ${sql.table(source)})`);
}

function forgiving(db: QueryCreator<Schema>, { keys, wholly }: Forgiven) {
  return db
    .updateTable("throttles")
    .set({
      count: sql`case when key = any(${wholly}::text[]) then 0 else greatest(count - 1, 0) end`,
      closed_until: null,
    })
    .where(isAny("key", keys));
}

/** Read before the first of them is changed: locked in their order. */
const lockingFirst = (update: ReturnType<typeof forgiving>, { keys }: Forgiven) =>
  update.where(sql<boolean>`(with ${holding(keys)} select count(*) from held) > 0`);

/** Deletes up to `limit` counters that closed nothing any more before `at`; returns how many. */
export function deleteStale(on: Database, at: Date, limit: number): Promise<number> {
  const isOver = sql<boolean>`window_ends_at < ${at} and (closed_until is null or closed_until < ${at})`;
  return deleteSome(on, "throttles", ["key"], isOver, limit);
}
