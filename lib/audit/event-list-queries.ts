/** Remembers the audit log as people read it: newest first, with the names of those whom it tells of. */
import { sql } from "kysely";
import type { Database } from "@/lib/database/connection";
import type { AuditEvent, AuditEventName } from "./event";
import type { ListedEvent } from "./listed-event";

/** What is looked for in the log of one organisation; null where it does not matter. */
export type Sought = {
  organisationId: string;
  names: AuditEventName[] | null;
  result: AuditEvent["result"] | null;
  people: string[] | null;
  since: Date | null;
  until: Date | null;
};

/** Where a page begins: beside an event, found by its own moment and number. */
export type Start = { side: "after" | "before"; id: number; at: Date };

/** The moment of an event of the organisation; undefined for one that is not there. */
export async function findMoment(
  on: Database,
  organisationId: string,
  id: number,
): Promise<Date | undefined> {
  const row = await on
    .selectFrom("audit_events")
    .select("occurred_at")
    .where("id", "=", id)
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row?.occurred_at;
}

/** Up to `limit` events from `start` on, newest first: as fast on the last page as on the first (keyset). */
export async function listSought(
  on: Database,
  sought: Sought,
  { start, limit }: { start: Start | undefined; limit: number },
): Promise<ListedEvent[]> {
  const { names, result, people, since, until } = sought;
  const backwards = start?.side === "before";
  let query = listed(on).where("audit_events.organisation_id", "=", sought.organisationId);
  if (names) query = query.where("event", "in", names);
  if (result) query = query.where("result", "=", result);
  if (people) query = query.where(sql<boolean>`(actor_id = any(${people}) or target_id = any(${people}))`);
  if (since) query = query.where("occurred_at", ">=", since);
  if (until) query = query.where("occurred_at", "<", until);
  if (start) query = query.where(isPast(start));
  const rows = await query
    .orderBy("occurred_at", backwards ? "asc" : "desc")
    .orderBy("audit_events.id", backwards ? "asc" : "desc")
    .limit(limit)
    .execute();
  return (backwards ? rows.reverse() : rows).map(asEvent);
}

/** The newest events about the account `userId`, newest first. */
export async function listNewestAbout(on: Database, userId: string, limit: number): Promise<ListedEvent[]> {
  const rows = await listed(on)
    .where("target_id", "=", userId)
    .orderBy("audit_events.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(asEvent);
}

function isPast({ side, at, id }: Start) {
  const comparison = sql.raw(side === "before" ? ">" : "<");
  return sql<boolean>`(occurred_at, audit_events.id) ${comparison} (${at}::timestamptz, ${id}::bigint)`;
}

function listed(on: Database) {
  return on
    .selectFrom("audit_events")
    .leftJoin("users as actors", "actors.id", "actor_id")
    .leftJoin("users as targets", "targets.id", "target_id")
    .select([
      "audit_events.id",
      "occurred_at as at",
      "event",
      "result",
      "actors.name as actorName",
      "actors.email as actorEmail",
      "targets.name as targetName",
      "targets.email as targetEmail",
      "method",
      "browser",
      "address",
      "reason",
      "detail",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>["execute"]>>[number];

function asEvent({ actorName, actorEmail, targetName, targetEmail, ...row }: Row): ListedEvent {
  return {
    ...row,
    event: row.event as AuditEventName,
    detail: row.detail as ListedEvent["detail"],
    actor: named(actorName, actorEmail),
    target: named(targetName, targetEmail),
  };
}

const named = (name: string | null, email: string | null) => (name && email ? { name, email } : null);
