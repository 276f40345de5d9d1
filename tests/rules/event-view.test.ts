/** A view of the audit log survives the way through an address, whatever somebody looks for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventGroups } from "@/lib/audit/event";
import { eventResults, filterParameters, periodOf, readEventFilter } from "@/lib/audit/event-view";
import { inZone } from "../support/zone";

const filter = fc.record({
  event: fc.constantFrom("all", ...eventGroups),
  person: fc.oneof(fc.constant("all"), fc.string({ maxLength: 200, unit: "grapheme" })),
  result: fc.constantFrom("all", ...eventResults),
  from: fc.constantFrom("", "2026-05-03"),
  to: fc.constantFrom("", "2026-05-04"),
});

test("what an address asks of the log is what its filter asks for again", () => {
  fc.assert(
    fc.property(filter, (parameters) => {
      const once = readEventFilter(parameters);
      expect(readEventFilter(filterParameters(once))).toEqual(once);
    }),
  );
});

test.each([
  ["UTC", "2028-02-29", "2028-02-29T00:00Z", "2028-03-01T00:00Z"],
  ["Asia/Kolkata", "2026-12-31", "2026-12-30T18:30Z", "2026-12-31T18:30Z"],
  ["Europe/Amsterdam", "2026-03-29", "2026-03-28T23:00Z", "2026-03-29T22:00Z"],
  ["Europe/Amsterdam", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z"],
  // Where the hour that summer time takes, and gives back, is the one at midnight.
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00Z", "2026-04-24T21:00Z"],
  ["America/Havana", "2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z"],
])("in %s the %s begins and ends with that day", (zone, day, since, until) => {
  inZone(zone);
  const filter = readEventFilter({ from: day, to: day });
  expect(periodOf(filter)).toEqual({ since: new Date(since), until: new Date(until) });
});
