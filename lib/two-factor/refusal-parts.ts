/** Writes down whose pending login a closed gate has refused, as a part of the statement that asks the gate. */
import { type QueryCreator, sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/event-parts";
import { isAny, type OneByOne } from "@/lib/database/prepared";
import type { Schema } from "@/lib/database/schema";

/**
 * Records `ifClosed` about the owner of the pending login behind `tokens`, in a statement whose part `gate` is closed;
 * about nobody, nothing is recorded: else a flood could fill the log.
 */
export function recordingIfClosed(db: QueryCreator<Schema>, tokens: OneByOne, ifClosed: EventRow) {
  return recordingEvent(
    db,
    "pending_logins",
    ifClosed,
    {
      organisation_id: sql.ref("organisation_id"),
      actor_id: sql.ref("user_id"),
      target_id: sql.ref("user_id"),
    },
    sql`${isAny("token_digest", tokens)} and (select until from gate) is not null`,
  );
}
