/** Counts whoever knocks at NextAuth's callback, and writes down whom it is closed for, in one statement. */
import { sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/record-event";
import type { Database } from "@/lib/database/connection";
import { isAny, type OneByOne } from "@/lib/database/prepared";
import { type Gate, untilOf } from "@/lib/throttle/spend-limits";

/**
 * Until when `gate` is closed, or null. While it is, `ifClosed` is recorded about the owner of the pending login behind
 * `tokens`; about nobody, nothing is: else a flood could fill the log.
 */
export async function passGate(
  on: Database,
  tokens: OneByOne,
  gate: Gate,
  ifClosed: EventRow,
): Promise<Date | null> {
  const { until } = await on
    .with("gate", (db) => db.selectNoFrom(untilOf(gate).as("until")))
    .with("recorded", (db) =>
      recordingEvent(
        db,
        "pending_logins",
        ifClosed,
        {
          organisation_id: sql.ref("organisation_id"),
          actor_id: sql.ref("user_id"),
          target_id: sql.ref("user_id"),
        },
        sql`${isAny("token_digest", tokens)} and (select until from gate) is not null`,
      ),
    )
    .selectFrom("gate")
    .select("until")
    .executeTakeFirstOrThrow();
  return until;
}
