/** Writes an audit event in the transaction of the change, so that neither exists without the other. */
import type { Database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import type { AuditEvent } from "./event";
import { insertEvent, insertEvents, insertingEvents } from "./queries";

/** Records `event` now. `on` is the change's transaction; the database itself only where nothing else is written. */
export function recordEvent(on: Database, event: AuditEvent): Promise<void> {
  return insertEvent(on, event, now());
}

/** Records several events now, in one statement. */
export function recordEvents(on: Database, events: AuditEvent[]): Promise<void> {
  return insertEvents(on, events, now());
}

type Part = Parameters<typeof insertingEvents>;

/**
 * Records `event` now, as a part of a larger statement: for each row of its part `source`. `read` names the columns of
 * that part which hold what only the statement knows; `rows` says for which of them, if not for all.
 */
export function recordingEvent(
  db: Part[0],
  source: string,
  event: AuditEvent,
  read: Part[4] = {},
  rows?: Part[5],
) {
  return insertingEvents(db, source, event, now(), read, rows);
}
