/** A view of the list survives the way through an address, whatever the address holds. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  filterChoices,
  filters,
  listParameters,
  readPlace,
  readView,
  viewParameters,
} from "@/lib/organisations/user-view";

const id = "4f3d0c1e-1111-4222-8333-000000000001";
const everybody = { search: "", email: "all", twoFactor: "all", role: "all", team: null, status: "all" };

const view = fc.record({
  search: fc.oneof(fc.constant("all"), fc.string({ maxLength: 200, unit: "grapheme" })),
  email: fc.constantFrom(...filterChoices.email),
  "two-factor": fc.constantFrom(...filterChoices["two-factor"]),
  role: fc.constantFrom(...filterChoices.role),
  team: fc.constantFrom("", id),
  status: fc.constantFrom(...filterChoices.status),
  sort: fc.constantFrom(...filterChoices.sort),
});

test("what an address asks for is what its view asks for again", () => {
  fc.assert(
    fc.property(view, (parameters) => {
      const once = readView(parameters);
      expect(readView(viewParameters(once))).toEqual(once);
    }),
  );
});

test("any address at all is a view", () => {
  const anything = fc.dictionary(
    fc.constantFrom("search", "email", "two-factor", "role", "team", "status", "sort", "after"),
    fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined)),
  );
  fc.assert(
    fc.property(anything, (parameters) => {
      const { filter, sort } = readView(parameters);
      expect(filterChoices.sort).toContain(sort);
      expect(filter.search.length).toBeLessThanOrEqual(200);
    }),
  );
});

test("what is not understood is taken as not asked", () => {
  const parameters = { email: "perhaps", role: "owner", team: "' or 1=1", sort: "password", status: "" };
  expect(readView(parameters)).toEqual({ filter: everybody, sort: "name" });
  expect(viewParameters(readView(parameters))).toEqual({});
});

test("control characters and blanks around are no part of a search", () => {
  expect(readView({ search: "  ada\u0000\nlove  " }).filter.search).toBe("ada love");
});

test("a long search is cut between two letters, and ends with one", () => {
  expect(readView({ search: `${"a".repeat(199)}🙂` }).filter.search).toBe("a".repeat(199));
  expect(readView({ search: `${"a".repeat(198)}🙂🙂` }).filter.search).toBe(`${"a".repeat(198)}🙂`);
  expect(readView({ search: `${"a".repeat(199)} b` }).filter.search).toBe("a".repeat(199));
});

test("an order is no filter", () => {
  expect(filters(readView({ sort: "-email" }).filter)).toBe(false);
  expect(filters(readView({ status: "active" }).filter)).toBe(true);
});

test("the way back to a page of the list is that page, and carries nothing else", () => {
  const asked = { email: "not-confirmed", sort: "-name", after: id };
  const strange = { notice: "two-factor-reset", next: "//evil.example", role: "owner", before: "1" };
  expect(listParameters({ ...strange, ...asked })).toEqual(asked);
  expect(listParameters({ before: id, search: " ada " })).toEqual({ before: id, search: "ada" });
  expect(listParameters(strange)).toEqual({});
});

test("a place is an id, after or before", () => {
  expect(readPlace({ after: id })).toEqual({ after: id });
  expect(readPlace({ before: id })).toEqual({ before: id });
  expect(readPlace({ after: "4f3d", before: [id, id] })).toBeNull();
});
