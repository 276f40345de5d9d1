/** Writes an audit event in the transaction of the change, so that neither exists without the other. */
import type { Database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import type { AuditEvent } from "./event";
import { rowOf } from "./event-parts";
import { insertEvent, insertEvents } from "./queries";

/** Records `event` now. `on` is the change's transaction; the database itself only where nothing else is written. */
export function recordEvent(on: Database, event: AuditEvent): Promise<void> {
  return insertEvent(on, event, now());
}

/** Records several events now, in one statement. */
export function recordEvents(on: Database, events: AuditEvent[]): Promise<void> {
  return insertEvents(on, events, now());
}

/** `event`, happening now, as a plain row for the statement that records it with what it does. */
export function eventNow(event: AuditEvent) {
  return rowOf(event, now());
}
