/** Asks a gate as a part of the statement behind it, and takes back by the same statement what a right proof had counted. */
import { type QueryCreator, type RawBuilder, sql } from "kysely";
import { isAny, type OneByOne } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";
import {
  type ClosedGate,
  type Forgiven,
  type Gate,
  type GateBehind,
  type GateByChoice,
  noChoice,
} from "./gate";

/**
 * Until when `gate` is closed, or null; then its attempts are counted. Rows are taken in the order of their keys, so that
 * two doors at once wait for each other instead of dead-locking.
 */
export function untilOf({ wanted, at, known }: Gate) {
  return sql<Date | null>`coalesce(${known}::timestamptz, spend_throttles(${wanted}::jsonb, ${at}::timestamptz))`;
}

/**
 * As {@link untilOf}, unless one of `looked` is closed: then nothing is counted. Those are not locked: whoever closes one
 * at this very moment might as well have come after.
 */
export function untilOfBehind({ looked, ...gate }: GateBehind) {
  return sql<Date | null>`coalesce((select max(closed_until) from throttles where ${isAny("key", looked)}
    and closed_until > ${gate.at}::timestamptz), ${untilOf(gate)})`;
}

/** As {@link untilOf}, for what the statement has found in `choice`. */
export function untilByChoice({ cases, at }: GateByChoice, choice: RawBuilder<string | null>) {
  return sql<Date | null>`spend_throttles(${cases}::jsonb -> coalesce(${choice}, ${noChoice}::text), ${at}::timestamptz)`;
}

/** As {@link untilOf}, of counters that are only looked at. Waits for those that are counting just now. */
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

/** Takes attempts back that were right, if the part `source` has a row. */
export function forgivingIf(db: QueryCreator<Schema>, forgiven: Forgiven, source: string) {
  return lockingFirst(forgivingHeld(db, forgiven, source), forgiven);
}

/** The same in a statement whose {@link untilOfClosed} holds those counters already. */
export function forgivingHeld(db: QueryCreator<Schema>, forgiven: Forgiven, source: string) {
  return forgiving(db, forgiven).where(sql<boolean>`exists (select from ${sql.table(source)})`);
}

/** Takes attempts back. The counters must be held: by {@link untilOfClosed}, or by {@link lockingFirst} around this. */
export function forgiving(db: QueryCreator<Schema>, { keys, wholly }: Forgiven) {
  return db
    .updateTable("throttles")
    .set({
      count: sql`case when key = any(${wholly}::text[]) then 0 else greatest(count - 1, 0) end`,
      closed_until: null,
    })
    .where(isAny("key", keys));
}

/** Read before the first of them is changed: locked in their order. */
export const lockingFirst = (update: ReturnType<typeof forgiving>, { keys }: Forgiven) =>
  update.where(sql<boolean>`(with ${holding(keys)} select count(*) from held) > 0`);
