/** An organisation's policy: who may set it, what a save answers, and what is counted. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { activeUsers, usersLosing, usersWith, usersWithout } from "@/lib/organisations/adoption";
import { describeAdoption, describeSettings } from "@/lib/organisations/describe-settings";
import { editSettings } from "@/lib/organisations/edit-settings";
import { permitted } from "@/lib/organisations/permission";
import { holder, holding } from "../support/staff";
import { logIn, organisation, person } from "../support/world";

async function administrator(wishes: Parameters<typeof organisation>[0] = {}) {
  const of = await organisation(wishes);
  const who = await person(of, { role: "administrator" });
  return { of, by: await holder(who, "settings.edit") };
}

const settingsOf = (by: Parameters<typeof holding>[0]) => describeSettings(holding(by, "settings.view"));

test("settings are held by administrators alone", async () => {
  const of = await organisation({ switchedOn: false });
  for (const role of ["manager", "member"] as const) {
    const { actor } = await logIn(await person(of, { role }));
    expect(permitted(actor, "settings.view")).toBeUndefined();
    expect(permitted(actor, "settings.edit")).toBeUndefined();
  }
});

test("switching on and choosing methods is saved, written down, and counted as a revision", async () => {
  const { by, of } = await administrator({ switchedOn: false });
  const change = { switchedOn: true, allowedMethods: ["email" as const] };
  expect(await editSettings(by, change, { revision: 1 })).toEqual({ ok: true });
  expect(await settingsOf(by)).toMatchObject({ ...change, revision: 2 });
  const [event] = await database()
    .selectFrom("audit_events")
    .select(["actor_id", "organisation_id", "detail"])
    .where("event", "=", "settings.changed")
    .execute();
  expect(event).toEqual({
    actor_id: by.userId,
    organisation_id: of.id,
    detail: { switchedOn: [false, true], allowedMethods: [["email", "authenticator"], ["email"]] },
  });
});

test("the second of two who save at once is told and sees what the first one saved", async () => {
  const { by } = await administrator();
  const confirmed = { revision: 1, methodLossConfirmed: true };
  await editSettings(by, { allowedMethods: ["authenticator"] }, confirmed);
  const second = await editSettings(by, { allowedMethods: ["email"] }, { revision: 1 });
  expect(second).toMatchObject({
    code: "changed-meanwhile",
    present: { allowedMethods: ["authenticator"], revision: 2 },
  });
  expect(await settingsOf(by)).toMatchObject({ allowedMethods: ["authenticator"] });
});

test("a save that changed nothing overtakes nobody, and is no change in the audit log", async () => {
  const { by } = await administrator();
  const present = await settingsOf(by);
  expect(await editSettings(by, { name: present.name }, { revision: 1 })).toEqual({ ok: true });
  expect(await settingsOf(by)).toEqual(present);
  const changes = database().selectFrom("audit_events").select("id").where("event", "=", "settings.changed");
  expect(await changes.execute()).toEqual([]);
});

test("switching off asks first, changes nothing until it is confirmed, and keeps the methods", async () => {
  const { by } = await administrator({ allowedMethods: ["authenticator"] });
  const off = { switchedOn: false, allowedMethods: [] };
  expect(await editSettings(by, off, { revision: 1 })).toMatchObject({ code: "switch-off-unconfirmed" });
  expect(await settingsOf(by)).toMatchObject({ switchedOn: true, revision: 1 });
  await editSettings(by, off, { revision: 1, switchOffConfirmed: true });
  expect(await settingsOf(by)).toMatchObject({ switchedOn: false, allowedMethods: ["authenticator"] });
});

test("taking somebody's last method away asks first, and one that nobody depends on is just taken", async () => {
  const { of, by } = await administrator();
  await person(of, { authenticator: true });
  const byApp = { allowedMethods: ["authenticator" as const] };
  expect(await editSettings(by, byApp, { revision: 1 })).toMatchObject({ code: "method-loss-unconfirmed" });
  expect(await settingsOf(by)).toMatchObject({ allowedMethods: ["email", "authenticator"], revision: 1 });
  expect(await editSettings(by, { allowedMethods: ["email"] }, { revision: 1 })).toEqual({ ok: true });
  const swapped = await editSettings(by, byApp, { revision: 2, methodLossConfirmed: true });
  expect(swapped).toEqual({ ok: true });
});

test("authenticators are just taken where everybody has e-mail beside them, also those who had turned it off", async () => {
  const { of, by } = await administrator();
  await person(of, { authenticator: true, emailMethodEnabled: false });
  expect(await editSettings(by, { allowedMethods: ["email"] }, { revision: 1 })).toEqual({ ok: true });
});

test("whoever got in by the password alone takes no second step from others, by the switch or by the methods", async () => {
  const of = await organisation();
  const ada = await person(of, { role: "administrator", confirmed: false });
  await person(of);
  const by = holding((await logIn(ada)).actor, "settings.edit");
  const missing = { code: "second-step-missing" };
  const off = { switchedOn: false };
  expect(await editSettings(by, off, { revision: 1 })).toMatchObject(missing);
  expect(await editSettings(by, off, { revision: 1, switchOffConfirmed: true })).toMatchObject(missing);
  const byApp = { allowedMethods: ["authenticator" as const] };
  expect(await editSettings(by, byApp, { revision: 1 })).toMatchObject(missing);
  expect(await editSettings(by, byApp, { revision: 1, methodLossConfirmed: true })).toMatchObject(missing);
  expect(await settingsOf(by)).toMatchObject({ switchedOn: true, revision: 1 });
  const refusals = await database()
    .selectFrom("audit_events")
    .select(["actor_id", "reason"])
    .where("event", "=", "permission.refused")
    .execute();
  expect(refusals).toEqual(Array(4).fill({ actor_id: ada.id, reason: "second-step-missing" }));
  // What nobody depends on, and what asks for more, is theirs to change.
  const byMail = { allowedMethods: ["email" as const] };
  expect(await editSettings(by, byMail, { revision: 1 })).toEqual({ ok: true });
  const both = { allowedMethods: ["email" as const, "authenticator" as const] };
  expect(await editSettings(by, both, { revision: 2 })).toEqual({ ok: true });
});

test("a name that another organisation has is refused", async () => {
  const other = await organisation({ name: "Zeta" });
  const { by } = await administrator();
  expect(await editSettings(by, { name: other.name.toUpperCase() }, { revision: 1 })).toMatchObject({
    code: "name-taken",
  });
  expect(await editSettings(by, { name: "Omega" }, { revision: 1 })).toEqual({ ok: true });
});

describe("how far along", () => {
  test("counts active users of the organisation by what they could use", async () => {
    const { of, by } = await administrator();
    await person(of, { authenticator: true });
    await person(of, { authenticator: true, emailMethodEnabled: false });
    await person(of, { confirmed: false });
    await person(of, { deactivated: true });
    const lockedOut = await person(of, { authenticator: true, confirmed: false });
    await database()
      .updateTable("authenticators")
      .set({ failures_in_a_row: 100 })
      .where("user_id", "=", lockedOut.id)
      .execute();
    await person(await organisation(), {});
    const adoption = await describeAdoption(holding(by, "settings.view"));
    const both = ["email" as const, "authenticator" as const];
    expect(activeUsers(adoption)).toBe(5);
    expect(usersWith(adoption, both, both)).toBe(1);
    expect(usersWith(adoption, ["email"], both)).toBe(2);
    expect(usersWith(adoption, ["authenticator"], both)).toBe(2);
    expect(usersWithout(adoption, both)).toBe(2);
    expect(usersWith(adoption, ["email"], ["email"])).toBe(3);
    expect(usersLosing(adoption, both, ["email"])).toBe(1);
  });
});

test("switching on asks nothing about methods: while it was off, nobody depended on any", async () => {
  const { of, by } = await administrator({ switchedOn: false });
  await person(of, { authenticator: true, confirmed: false });
  const byMail = { switchedOn: true, allowedMethods: ["email" as const] };
  expect(await editSettings(by, byMail, { revision: 1 })).toEqual({ ok: true });
});
