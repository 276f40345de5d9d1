/** Two people change one user at the same time. */
import { describe, expect, test } from "vitest";
import { differingFields, mergedFields } from "@/lib/organisations/merge-fields";
import type { UserFields } from "@/lib/organisations/user-change";

const began: UserFields = {
  name: "Jane Doe",
  email: "jane@example.com",
  role: "member",
  status: "active",
  teamIds: ["north", "south"],
};

describe("a save that comes second", () => {
  test("takes what the other changed and it has left alone", () => {
    const typed = { ...began, name: "Jane Roe" };
    const present = { ...began, email: "roe@example.com", teamIds: ["north"] };
    expect(mergedFields(began, typed, present)).toEqual({ ...present, name: "Jane Roe" });
  });

  test("keeps what it has typed, also where both changed the same field", () => {
    const typed = { ...began, name: "Jane Roe", teamIds: [] };
    const present = { ...began, name: "Jane Poe", teamIds: ["north"] };
    expect(mergedFields(began, typed, present)).toEqual(typed);
  });

  test("that touched nothing changes nothing", () => {
    const present: UserFields = { ...began, role: "manager", status: "deactivated" };
    expect(mergedFields(began, { ...began, teamIds: ["south", "north"] }, present)).toEqual(present);
  });
});

test("only what is different differs: teams in another order are the same ones", () => {
  expect(differingFields(began, { ...began, teamIds: ["south", "north"] })).toEqual([]);
  expect(differingFields(began, { ...began, status: "deactivated", teamIds: ["south"] })).toEqual([
    "status",
    "teamIds",
  ]);
});
