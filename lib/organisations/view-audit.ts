/** Shows the audit log to those who may see it: a page at a time, or all of it as a file. */

import { type EventFilter, type EventPlace, filterParameters } from "@/lib/audit/event-view";
import { type EventList, listEvents, readEvents } from "@/lib/audit/list-events";
import type { ListedEvent } from "@/lib/audit/listed-event";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { csvLine, csvStart } from "@/lib/kernel/csv";
import type { FreshActor } from "@/lib/sessions/actor";
import type { Permitted } from "./permission";

/** The page of one's own organisation's log at `place`. */
export function viewAudit(
  by: Permitted<"audit.view">,
  filter: EventFilter,
  place: EventPlace,
): Promise<EventList> {
  return listEvents(by.organisationId, filter, place);
}

/** What each column of the file is called, and what it says of an event. */
export type EventColumns = { heading: string; cell: (event: ListedEvent) => string | null }[];

/**
 * What `filter` lets through as CSV, read from the database as it is taken off. The log itself knows of it before its
 * first piece, because it takes people's data out of the product.
 */
export async function downloadAudit(
  by: Permitted<"audit.view"> & FreshActor,
  filter: EventFilter,
  columns: EventColumns,
): Promise<AsyncGenerator<string>> {
  await recordEvent(database(), {
    event: "audit.exported",
    result: "success",
    organisationId: by.organisationId,
    actorId: by.userId,
    visitor: by.visitor,
    detail: filterParameters(filter),
  });
  return pieces(by.organisationId, filter, columns);
}

async function* pieces(
  organisationId: string,
  filter: EventFilter,
  columns: EventColumns,
): AsyncGenerator<string> {
  yield csvStart + csvLine(columns.map(({ heading }) => heading));
  for await (const events of readEvents(organisationId, filter)) {
    yield events.map((event) => csvLine(columns.map(({ cell }) => cell(event)))).join("");
  }
}
