/** Lists the audit log of one organisation, a page at a time. Whoever calls it holds the permission. */
import { database } from "@/lib/database/connection";
import { cutToPage, type Neighbours, sideOf } from "@/lib/kernel/page";
import { findMoment, listNewestAbout, listSought, type Sought, type Start } from "./event-list-queries";
import { type EventFilter, type EventPlace, namesIn, periodOf } from "./event-view";
import type { ListedEvent } from "./listed-event";

/** How many events a page shows. */
export const pageSize = 50;
/** How many events are read at a time for a file. */
const portion = 1_000;

/** What is looked for, and the ids of the people whom `filter.person` means; null where it names nobody. */
export type Wanted = { organisationId: string; filter: EventFilter; people: string[] | null };

export type EventList = Neighbours<number> & { events: ListedEvent[] };

/** The page of the log at `place`. An unknown place is the beginning. */
export async function listEvents(wanted: Wanted, place: EventPlace): Promise<EventList> {
  const start = await startAt(wanted.organisationId, place);
  const rows = await listSought(database(), soughtBy(wanted), { start, limit: pageSize + 1 });
  const { page: events, ...neighbours } = cutToPage(rows, start, pageSize);
  return { events, ...neighbours };
}

/** All events that are wanted, a portion at a time, so that memory stays flat. */
export async function* readEvents(wanted: Wanted): AsyncGenerator<ListedEvent[]> {
  const sought = soughtBy(wanted);
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

function soughtBy({ organisationId, filter, people }: Wanted): Sought {
  const { result } = filter;
  return {
    organisationId,
    names: namesIn(filter),
    result: result === "all" ? null : result,
    people,
    ...periodOf(filter),
  };
}

async function startAt(organisationId: string, place: EventPlace): Promise<Start | undefined> {
  if (!place) return undefined;
  const { side, id } = sideOf(place);
  const at = await findMoment(database(), organisationId, id);
  return at && { side, id, at };
}
