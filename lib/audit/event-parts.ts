/** Adds an audit event as a part of the statement that does what it tells of: neither exists without the other. */
import { type QueryCreator, type RawBuilder, sql } from "kysely";
import type { Schema } from "@/lib/database/schema";
import type { AuditEvent } from "./event";

/** An event as it is stored; `detail` as JSON. */
export type EventRow = ReturnType<typeof rowOf>;

/** What is stored of `event` when it happens at `at`. */
export function rowOf(event: AuditEvent, at: Date) {
  return {
    occurred_at: at,
    organisation_id: event.organisationId,
    event: event.event,
    result: event.result,
    actor_id: event.actorId,
    target_id: event.targetId ?? null,
    address: event.visitor?.address ?? null,
    browser: event.visitor?.userAgent ?? null,
    method: event.method ?? null,
    reason: typeof event.reason === "object" ? event.reason.verbatim : (event.reason ?? null),
    detail: event.detail ? JSON.stringify(event.detail) : null,
  };
}

/**
 * Adds `row` for each row of the part `source`, whose columns `read` may name for what only the statement knows; `rows`
 * says for which of them.
 */
export function recordingEvent(
  db: QueryCreator<Schema>,
  source: string,
  row: EventRow,
  read: Partial<
    Record<"event" | "organisation_id" | "actor_id" | "target_id" | "method" | "detail", RawBuilder<unknown>>
  > = {},
  rows: RawBuilder<boolean> = sql`true`,
) {
  const { occurred_at, organisation_id, actor_id, target_id, detail, ...texts } = row;
  const values = {
    ...texts,
    occurred_at: sql`${occurred_at}::timestamptz`,
    organisation_id: sql`${organisation_id}::uuid`,
    actor_id: sql`${actor_id}::uuid`,
    target_id: sql`${target_id}::uuid`,
    detail: sql`${detail}::jsonb`,
    ...read,
  };
  return db
    .insertInto("audit_events")
    .columns(Object.keys(values) as (keyof typeof values)[])
    .expression(sql`select ${sql.join(Object.values(values))} from ${sql.table(source)} where ${rows}`);
}
