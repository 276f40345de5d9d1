/** A view of the audit log survives the way through an address, whatever somebody looks for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventGroups } from "@/lib/audit/event";
import { eventResults, filterParameters, readEventFilter } from "@/lib/audit/event-view";

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
