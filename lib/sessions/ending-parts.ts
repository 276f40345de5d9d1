/** Ends the sessions that a new one takes the place of, as parts of the statement that opens it. */
import { type QueryCreator, sql } from "kysely";
import { type EventRow, recordingEvent } from "@/lib/audit/event-parts";
import type { Schema } from "@/lib/database/schema";
import type { OnClaimed } from "./opening-parts";
import { type EndReason, type IdleSince, mostSessions } from "./session";
import { isInUse, isUnended } from "./session-parts";

/** A statement with the part `taken`: the pending login that is being redeemed. */
type OnTaken = QueryCreator<Schema & { taken: { user_id: string; session_id: string | null } }>;

const renewed: EndReason = "renewed";

/**
 * Ends the session that a step-up renews by the session `successor`, as the part `renewed`: no row when that one is not
 * live at `at` any more.
 */
export function endingRenewedSession(db: OnTaken, successor: string, idle: IdleSince, at: Date) {
  return db
    .updateTable("sessions")
    .from("taken")
    .set({ ended_at: at, ended_reason: renewed, renewed_by: successor })
    .where("sessions.id", "=", (one) => one.selectFrom("taken").select("taken.session_id"))
    .whereRef("sessions.user_id", "=", "taken.user_id")
    .where(isUnended(at))
    .where(isInUse(idle))
    .returning("sessions.id");
}

export const tooMany: EndReason = "too-many-sessions";

/**
 * Ends the sessions beyond the {@link mostSessions} that were seen last, with the secrets that are shown in them, and
 * counts them, as the part `surplus` after `opened` and `renewed`: both are read so that they have happened when the
 * sessions are counted.
 */
export function endingSurplusSessions(db: OnClaimed, at: Date) {
  return db
    .selectFrom("claimed")
    .select([
      "claimed.user_id",
      "claimed.organisation_id",
      sql<number>`end_surplus_sessions(claimed.user_id, ${mostSessions}::integer, ${at}::timestamptz, ${tooMany}::text)`.as(
        "count",
      ),
    ])
    .where(sql<boolean>`(select count(*) from opened) + (select count(*) from renewed) > 0`);
}

/** Records with `event` what the part `surplus` ended, if it did. */
export function recordingSurplus(db: QueryCreator<Schema>, event: EventRow) {
  return recordingEvent(
    db,
    "surplus",
    event,
    {
      organisation_id: sql`surplus.organisation_id`,
      actor_id: sql`surplus.user_id`,
      target_id: sql`surplus.user_id`,
      detail: sql`jsonb_build_object('count', surplus.count)`,
    },
    sql<boolean>`surplus.count > 0`,
  );
}
