/** Remembers audit events; the database itself refuses to change or delete one. */
import type { Database } from "@/lib/database/connection";
import type { AuditEvent } from "./event";
import { rowOf } from "./event-parts";

/** Adds one event at `at`. Give the transaction of the change it tells of. */
export async function insertEvent(on: Database, event: AuditEvent, at: Date): Promise<void> {
  await on.insertInto("audit_events").values(rowOf(event, at)).execute();
}

/** Adds several events at `at`, in one statement. */
export async function insertEvents(on: Database, events: AuditEvent[], at: Date): Promise<void> {
  if (events.length === 0) return;
  await on
    .insertInto("audit_events")
    .values(events.map((event) => rowOf(event, at)))
    .execute();
}
