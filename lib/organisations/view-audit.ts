/** Shows the audit log to those who may see it: a page at a time, or all of it as a file. */
import { type EventFilter, type EventPlace, filterParameters } from "@/lib/audit/event-view";
import { type EventList, listEvents, readEvents } from "@/lib/audit/list-events";
import type { ListedEvent } from "@/lib/audit/listed-event";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { type CsvColumns, csvOf } from "@/lib/kernel/csv";
import { actedBy, type FreshActor } from "@/lib/sessions/actor";
import { findPeople } from "./people-queries";
import type { Permitted } from "./permission";

type By = Permitted<"audit.view">;

/** Whoever means more people than that refines the name. */
export const mostPeople = 100;

/**
 * The page of one's own organisation's log at `place`. `tooManyPeople` when the name that is looked for fits more than
 * {@link mostPeople} people: the others are left out.
 */
export async function viewAudit(
  by: By,
  filter: EventFilter,
  place: EventPlace,
): Promise<EventList & { tooManyPeople: boolean }> {
  const { tooManyPeople, ...wanted } = await wantedBy(by, filter);
  return { ...(await listEvents(wanted, place)), tooManyPeople };
}

/**
 * What `filter` lets through as CSV, read from the database as it is taken off. The log itself knows of it before its
 * first piece, because it takes people's data out of the product.
 */
export async function downloadAudit(
  by: By & FreshActor,
  filter: EventFilter,
  columns: CsvColumns<ListedEvent>,
): Promise<AsyncGenerator<string>> {
  const wanted = await wantedBy(by, filter);
  await recordEvent(database(), {
    event: "audit.exported",
    result: "success",
    ...actedBy(by),
    detail: filterParameters(filter),
  });
  return csvOf(columns, readEvents(wanted));
}

async function wantedBy({ organisationId }: By, filter: EventFilter) {
  const reach = { organisationId, teamsOf: null };
  const found = filter.person ? await findPeople(database(), reach, filter.person, mostPeople + 1) : null;
  const people = found?.slice(0, mostPeople) ?? null;
  return { organisationId, filter, people, tooManyPeople: found?.length !== people?.length };
}
