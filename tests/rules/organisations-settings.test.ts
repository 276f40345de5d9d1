/** What stands against a change of the settings, and what a choice does to how many people. */
import { expect, test } from "vitest";
import { activeUsers, usersAsked, usersLosing, usersNotAsked, usersWith } from "@/lib/organisations/adoption";
import { changedSettings, judgeSettings, type Settings } from "@/lib/organisations/settings";

const present: Settings = {
  name: "Acme",
  language: null,
  switchedOn: true,
  allowedMethods: ["email", "authenticator"],
  revision: 7,
};

test("a save on a newer revision is told, and sees what stands there", () => {
  expect(judgeSettings(present, { name: "Acme 2" }, { revision: 6 })).toEqual({
    code: "changed-meanwhile",
    present,
  });
});

test("one method at least stays while the switch is on", () => {
  expect(judgeSettings(present, { allowedMethods: [] }, { revision: 7 })?.code).toBe("no-method-left");
  const off = { ...present, switchedOn: false };
  expect(judgeSettings(off, { switchedOn: true, allowedMethods: [] }, { revision: 7 })?.code).toBe(
    "no-method-left",
  );
  expect(judgeSettings(off, { allowedMethods: [] }, { revision: 7 })).toBeUndefined();
});

test("switching off is asked about first", () => {
  const off = { switchedOn: false, allowedMethods: [] };
  expect(judgeSettings(present, off, { revision: 7 })?.code).toBe("switch-off-unconfirmed");
  expect(judgeSettings(present, off, { revision: 7, switchOffConfirmed: true })).toBeUndefined();
});

test("methods that are not chosen while the switch is off stay as they were", () => {
  expect(changedSettings(present, { switchedOn: false, allowedMethods: [] })).toEqual({
    ...present,
    switchedOn: false,
  });
});

const adoption = { both: 2, emailOnly: 3, authenticatorOnly: 5, neither: 7 };

test("every active user is counted once", () => {
  expect(activeUsers(adoption)).toBe(17);
  expect(usersWith(adoption, "email")).toBe(5);
  expect(usersWith(adoption, "authenticator")).toBe(7);
});

test("who is asked for a second step, and who is not, are everybody", () => {
  expect(usersAsked(adoption, ["email", "authenticator"])).toBe(10);
  expect(usersAsked(adoption, ["email"])).toBe(5);
  expect(usersAsked(adoption, ["authenticator"])).toBe(7);
  expect(usersAsked(adoption, [])).toBe(0);
  expect(usersNotAsked(adoption, ["email"])).toBe(12);
});

test("a last method is lost by those who have no other one that is allowed afterwards", () => {
  const both = ["email" as const, "authenticator" as const];
  expect(usersLosing(adoption, both, ["authenticator"])).toBe(3);
  expect(usersLosing(adoption, both, ["email"])).toBe(5);
  // Whoever has both goes from one to the other, and whoever could use none before loses none.
  expect(usersLosing(adoption, ["email"], ["authenticator"])).toBe(3);
  expect(usersLosing(adoption, ["email"], both)).toBe(0);
});
