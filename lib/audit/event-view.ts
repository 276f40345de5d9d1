/** A view of the audit log: what is looked for. It lives in the address, so that it can be kept and shared. */
import { type AddressParameters, askedOf, given, searched } from "@/lib/kernel/address-parameters";
import type { Place } from "@/lib/kernel/page";
import { type AuditEventName, auditEvents, type EventGroup, eventGroups, eventsByGroup } from "./event";

export const eventResults = ["success", "failure", "refusal"] as const;

export type EventFilter = {
  /** One event, or a group of them. */
  event: "all" | EventGroup | AuditEventName;
  /** Looked for in the names and addresses of who acted and whom it was about; empty for everybody. */
  person: string;
  result: "all" | (typeof eventResults)[number];
  /** The first and the last day, as `YYYY-MM-DD`. */
  from: string | null;
  to: string | null;
};

/** Where a page begins or ends: beside an event, whose number stands in the address. */
export type EventPlace = Place<number>;

/** The filter that `parameters` ask for. What it does not understand it takes as not asked. */
export function readEventFilter(parameters: AddressParameters): EventFilter {
  const asked = (name: string) => given(parameters, name);
  return {
    event: [...eventGroups, ...auditEvents].find((name) => name === asked("event")) ?? "all",
    person: searched(parameters, "person"),
    result: eventResults.find((result) => result === asked("result")) ?? "all",
    from: dayIn(asked("from")),
    to: dayIn(asked("to")),
  };
}

/** The place that `parameters` ask for. */
export function readEventPlace({ after, before }: AddressParameters): EventPlace {
  if (isNumber(after)) return { after: Number(after) };
  return isNumber(before) ? { before: Number(before) } : null;
}

/** `filter` as address parameters, without what is not asked. */
export function filterParameters(filter: EventFilter): Record<string, string> {
  return askedOf(filter, "person");
}

/** The events that `filter` lets through, or null for all of them. */
export function namesIn({ event }: EventFilter): AuditEventName[] | null {
  if (event === "all") return null;
  const group = eventGroups.find((name) => name === event);
  return group ? [...eventsByGroup[group]] : [event as AuditEventName];
}

/** From the start of the first day up to the end of the last, as days are written everywhere: the server's. */
export function periodOf({ from, to }: EventFilter): { since: Date | null; until: Date | null } {
  // The days are counted first: where summer time begins at midnight, a day later than its first moment is past the next.
  const start = (text: string, daysLater: number) => {
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    return new Date(year, month - 1, day + daysLater);
  };
  return { since: from ? start(from, 0) : null, until: to ? start(to, 1) : null };
}

/** `text` if it is a day that exists, in the years that a database can compare. */
function dayIn(text: string): string | null {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return null;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? text : null;
}

const isNumber = (value: unknown) => typeof value === "string" && /^\d{1,15}$/.test(value);
