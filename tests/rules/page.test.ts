/** A page of a list knows its neighbours, whichever way it was read. */
import { expect, test } from "vitest";
import { cutToPage, sideOf } from "@/lib/kernel/page";

const rows = (...ids: number[]) => ids.map((id) => ({ id }));

test.each([
  ["the only page", rows(1, 2), undefined, rows(1, 2), null, null],
  ["the first of several", rows(1, 2, 3, 4), undefined, rows(1, 2, 3), null, { after: 3 }],
  ["one in the middle", rows(4, 5, 6, 7), { side: "after" }, rows(4, 5, 6), { before: 4 }, { after: 6 }],
  ["the last", rows(7), { side: "after" }, rows(7), { before: 7 }, null],
  ["one before another", rows(3, 4, 5, 6), { side: "before" }, rows(4, 5, 6), { before: 4 }, { after: 6 }],
  ["the first, gone back to", rows(1, 2, 3), { side: "before" }, rows(1, 2, 3), null, { after: 3 }],
  ["one beside which nobody is left", [], { side: "after" }, [], null, null],
] as const)("%s", (_, read, start, page, previous, next) => {
  expect(cutToPage([...read], start, 3)).toEqual({ page, previous, next });
});

test("a place is on one side of somebody", () => {
  expect([sideOf({ after: 7 }), sideOf({ before: "x" })]).toEqual([
    { side: "after", id: 7 },
    { side: "before", id: "x" },
  ]);
});
