/** Lists the audit log of one organisation, a page at a time. Whoever calls it holds the permission. */
import { database } from "@/lib/database/connection";
import { findMoment, listNewestAbout, listSought, type Sought, type Start } from "./event-list-queries";
import { type EventFilter, type EventPlace, namesIn, periodOf } from "./event-view";
import type { ListedEvent } from "./listed-event";
import { findPeople } from "./people-queries";

/** How many events a page shows. */
export const pageSize = 50;
/** Whoever means more people than that refines the name. */
export const mostPeople = 100;
/** How many events are read at a time for a file. */
const portion = 1_000;

export type EventList = {
  events: ListedEvent[];
  /** The neighbouring pages, where there are any. */
  previous: EventPlace;
  next: EventPlace;
  /** Whether the name that is looked for fits more than {@link mostPeople} people; the others are left out. */
  tooManyPeople: boolean;
};

/** The page of the log of `organisationId` at `place`. An unknown place is the beginning. */
export async function listEvents(
  organisationId: string,
  filter: EventFilter,
  place: EventPlace,
): Promise<EventList> {
  const { sought, tooManyPeople } = await soughtBy(organisationId, filter);
  const start = await startAt(organisationId, place);
  const rows = await listSought(database(), sought, { start, limit: pageSize + 1 });
  return { ...cutToPage(rows, start), tooManyPeople };
}

/** All events that `filter` lets through, a portion at a time, so that memory stays flat. */
export async function* readEvents(
  organisationId: string,
  filter: EventFilter,
): AsyncGenerator<ListedEvent[]> {
  const { sought } = await soughtBy(organisationId, filter);
  let start: Start | undefined;
  do {
    const events = await listSought(database(), sought, { start, limit: portion });
    yield events;
    const last = events.at(-1);
    start = last && events.length === portion ? { side: "after", id: last.id, at: last.at } : undefined;
  } while (start);
}

/** The newest events about the account `userId`, newest first. */
export function listEventsAbout(userId: string, limit: number): Promise<ListedEvent[]> {
  return listNewestAbout(database(), userId, limit);
}

async function soughtBy(organisationId: string, filter: EventFilter) {
  const { person, result } = filter;
  const people = person ? await findPeople(database(), organisationId, person, mostPeople + 1) : null;
  const sought: Sought = {
    organisationId,
    names: namesIn(filter),
    result: result === "all" ? null : result,
    people: people?.slice(0, mostPeople) ?? null,
    ...periodOf(filter),
  };
  return { sought, tooManyPeople: (people?.length ?? 0) > mostPeople };
}

async function startAt(organisationId: string, place: EventPlace): Promise<Start | undefined> {
  if (!place) return undefined;
  const [side, id] =
    "after" in place ? (["after", place.after] as const) : (["before", place.before] as const);
  const at = await findMoment(database(), organisationId, id);
  return at && { side, id, at };
}

/** One row more than a page says whether it goes on; it lies on the side away from `start`. */
function cutToPage(rows: ListedEvent[], start: Start | undefined): Omit<EventList, "tooManyPeople"> {
  const backwards = start?.side === "before";
  const goesOn = rows.length > pageSize;
  const events = backwards ? rows.slice(-pageSize) : rows.slice(0, pageSize);
  const [first, last] = [events[0], events.at(-1)];
  const hasPrevious = backwards ? goesOn : start !== undefined;
  const hasNext = backwards || goesOn;
  return {
    events,
    previous: hasPrevious && first ? { before: first.id } : null,
    next: hasNext && last ? { after: last.id } : null,
  };
}
