/** What stands against a change of a user, and what it changes. */
import { describe, expect, test } from "vitest";
import type { Scope } from "@/lib/organisations/permission";
import type { PresentUser } from "@/lib/organisations/user";
import {
  type Changer,
  changesTo,
  judgeFields,
  losesAdministrator,
  type UserFields,
} from "@/lib/organisations/user-change";
import type { Role } from "@/lib/sessions/session";

const north = { id: "4f3d0c1e-0000-4000-8000-000000000001", name: "North" };
const south = { id: "4f3d0c1e-0000-4000-8000-000000000002", name: "South" };

const present: PresentUser = {
  id: "4f3d0c1e-0000-4000-8000-00000000000a",
  name: "Jane Doe",
  email: "jane@example.com",
  role: "member",
  status: "active",
  language: null,
  emailConfirmedAt: new Date("2026-01-01T00:00:00Z"),
  revision: 3,
  changedAt: new Date("2026-01-01T00:00:00Z"),
  teams: [north],
};
const unchanged: UserFields = {
  name: "Jane Doe",
  email: "jane@example.com",
  role: "member",
  status: "active",
  teamIds: [north.id],
};
const changer = (role: Role, scope: Scope, isFresh = true): Changer => ({
  role,
  scope,
  teams: [north],
  isFresh,
  lacksSecondStep: false,
});
const administrator = changer("administrator", "whole-organisation");
const manager = changer("manager", "own-teams");
const byPasswordAlone = (by: Changer): Changer => ({ ...by, lacksSecondStep: true });

describe("a change", () => {
  test("of nothing is let through, with an old proof too", () => {
    expect(judgeFields(changer("manager", "own-teams", false), present, unchanged)).toBeUndefined();
  });

  test.each<[string, Changer, Partial<UserFields>, string | undefined]>([
    ["a role above one's own", manager, { role: "manager" }, "role-not-yours-to-give"],
    ["a team out of reach", manager, { teamIds: [north.id, south.id] }, "team-unknown"],
    ["no team by a manager", manager, { teamIds: [] }, "team-missing"],
    ["no team by an administrator", administrator, { teamIds: [] }, undefined],
    [
      "a role with an old proof",
      { ...administrator, isFresh: false },
      { role: "manager" },
      "proof-not-fresh",
    ],
    ["a role with a fresh proof", administrator, { role: "administrator" }, undefined],
    [
      "an address with an old proof",
      { ...manager, isFresh: false },
      { email: "j@example.org" },
      "proof-not-fresh",
    ],
    [
      "capitals of an address with an old proof",
      { ...manager, isFresh: false },
      { email: "JANE@example.com" },
      undefined,
    ],
    ["a name with an old proof", { ...manager, isFresh: false }, { name: "Jane Roe" }, undefined],
    [
      "the status with an old proof",
      { ...manager, isFresh: false },
      { status: "deactivated" },
      "proof-not-fresh",
    ],
    ["the status with a fresh proof", manager, { status: "deactivated" }, undefined],
  ])("to %s", (_, by, change, refusal) => {
    expect(judgeFields(by, present, { ...unchanged, ...change })?.code).toBe(refusal);
  });

  test("that lets somebody in again asks for a fresh proof, and one of somebody who stays shut out does not", () => {
    const stale = { ...manager, isFresh: false };
    const gone: PresentUser = { ...present, status: "deactivated" };
    expect(judgeFields(stale, gone, unchanged)?.code).toBe("proof-not-fresh");
    expect(
      judgeFields(stale, gone, { ...unchanged, name: "Jane Roe", status: "deactivated" }),
    ).toBeUndefined();
  });

  test("to a new user asks for a fresh proof for every role but Member", () => {
    const stale = { ...administrator, isFresh: false };
    expect(judgeFields(stale, null, unchanged)).toBeUndefined();
    expect(judgeFields(stale, null, { ...unchanged, role: "manager" })?.code).toBe("proof-not-fresh");
  });
});

describe("to whoever got in by the password alone, where two steps are asked for,", () => {
  test.each<[string, Changer, Partial<UserFields>, unknown]>([
    ["an administrator's", administrator, { email: "j@example.org" }, "email"],
    ["a manager's", manager, { email: "j@example.org" }, "email"],
    ["an administrator's", administrator, { role: "manager" }, "role"],
  ])("%s change %#: %o is refused at the field", (_, by, change, field) => {
    const wanted = { ...unchanged, ...change };
    const refusal = { code: "second-step-missing", field };
    expect(judgeFields(byPasswordAlone(by), present, wanted)).toEqual(refusal);
    // Before the proof: a fresh one would be asked for in vain.
    expect(judgeFields({ ...byPasswordAlone(by), isFresh: false }, present, wanted)).toEqual(refusal);
  });

  test("a new user above Member is refused, a Member is not", () => {
    const by = byPasswordAlone(administrator);
    const refusal = { code: "second-step-missing", field: "role" };
    expect(judgeFields(by, null, { ...unchanged, role: "administrator" })).toEqual(refusal);
    expect(judgeFields(by, null, unchanged)).toBeUndefined();
  });

  test.each<Partial<UserFields>>([{ name: "Jane Roe" }, { status: "deactivated" }, { teamIds: [] }])(
    "%o stays theirs to change",
    (change) => {
      expect(
        judgeFields(byPasswordAlone(administrator), present, { ...unchanged, ...change }),
      ).toBeUndefined();
    },
  );
});

test("capitals make another spelling, not another address", () => {
  const changes = changesTo(present, { ...unchanged, email: "Jane@Example.com" });
  expect(changes).toMatchObject({ address: false, spelling: true });
});

test.each<[Partial<PresentUser>, Partial<UserFields>, boolean]>([
  [{ role: "administrator" }, { role: "member" }, true],
  [{ role: "administrator" }, { role: "administrator", status: "deactivated" }, true],
  [{ role: "administrator" }, { role: "administrator" }, false],
  [{ role: "administrator", status: "deactivated" }, { role: "member", status: "deactivated" }, false],
  [{ role: "manager" }, { role: "administrator" }, false],
])("an administrator is lost when %o becomes %o: %s", (before, after, lost) => {
  expect(losesAdministrator({ ...present, ...before }, { ...unchanged, ...after })).toBe(lost);
});
