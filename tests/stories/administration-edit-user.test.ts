/** Changing users: what is mailed, what ends, and what is refused. */
import { describe, expect, test } from "vitest";
import { detailTexts } from "@/app/(signed-in)/administration/audit/event-text";
import { changeProfile } from "@/lib/accounts/change-profile";
import { confirmEmail, lookAtActivation } from "@/lib/accounts/confirm-email";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { lookAtReset } from "@/lib/accounts/reset-password";
import { sendActivation } from "@/lib/accounts/send-activation";
import { listEventsAbout } from "@/lib/audit/list-events";
import { database } from "@/lib/database/connection";
import { minutes } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { addUser } from "@/lib/organisations/add-user";
import { deleteTeam, renameTeam } from "@/lib/organisations/edit-teams";
import { editUser } from "@/lib/organisations/edit-user";
import { mostNamed } from "@/lib/organisations/team";
import type { UserFields } from "@/lib/organisations/user-change";
import { limits } from "@/lib/throttle/limit";
import { wordsIn } from "@/lib/words/words";
import { at, pass } from "../support/clock";
import { letters, linkFor } from "../support/mailbox";
import { tokenFor } from "../support/post";
import { holder, holding, team } from "../support/staff";
import { acme, activationsAskedFor, basis, fieldsOf, newcomer, post, rowOf } from "../support/user-forms";
import { eventsAbout, isLive, logIn, organisation, type Person, person, visitor } from "../support/world";

const overreaches = () =>
  database()
    .selectFrom("audit_events")
    .select(["actor_id", "target_id", "reason", "detail"])
    .where("event", "=", "permission.refused")
    .orderBy("id")
    .execute();

describe("saving a user", () => {
  test("with the box ticked sends the activation e-mail, once, and does not say that the sender added the user", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    const saved = await editUser(edit, una.id, fieldsOf(una), { revision: 1, sendActivation: true });
    expect(saved).toEqual({ ok: true, value: "activation" });
    await post();
    expect(letters(una.email)).toHaveLength(1);
    expect(letters(una.email)[0]?.text).toContain("You have an account at");
    expect(letters(una.email)[0]?.text).not.toContain("Ada Lovelace");
  });

  test("with the box ticked writes down who had the activation e-mail sent, and nothing where none is", async () => {
    const { of, ada, edit } = await acme();
    const [una, jane] = [await person(of, { confirmed: false }), await person(of)];
    for (const who of [una, jane])
      await editUser(edit, who.id, fieldsOf(who), { ...basis, sendActivation: true });
    expect(await activationsAskedFor()).toEqual([{ actor_id: ada.id, target_id: una.id, result: "success" }]);
  });

  test("with the box ticked says so of a confirmed and of a deactivated user, and mails nothing", async () => {
    const { of, edit } = await acme();
    const [jane, dan] = [await person(of), await person(of, { confirmed: false, deactivated: true })];
    const basis = { revision: 1, sendActivation: true };
    expect(await editUser(edit, jane.id, fieldsOf(jane), basis)).toMatchObject({
      value: "confirmed-already",
    });
    const still = fieldsOf(dan, { status: "deactivated" });
    expect(await editUser(edit, dan.id, still, basis)).toMatchObject({ value: "deactivated" });
    await post();
    expect(letters()).toEqual([]);
  });

  test("with the box ticked floods no mailbox: it is refused with the time, and saves nothing, until then", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { of, edit } = await acme();
    const [una, jane] = [await person(of, { confirmed: false }), await person(of, { confirmed: false })];
    const save = async (who: Person, change: Partial<UserFields>, sendActivation: boolean) =>
      editUser(edit, who.id, fieldsOf(who, change), {
        revision: (await rowOf(who.id)).revision,
        sendActivation,
      });
    const send = (who: Person, change = {}) => save(who, change, true);
    const { most, longestWait } = limits["links-per-account-and-hour"];
    for (let sent = 0; sent < most; sent += 1)
      expect(await send(una)).toEqual({ ok: true, value: "activation" });
    const until = new Date("2027-05-03T15:02:00.000Z");
    expect(await send(una, { name: "Una Newton" })).toEqual({ ok: false, code: "too-many", until });
    expect((await rowOf(una.id)).name).toBe(una.name);
    expect(await activationsAskedFor()).toHaveLength(most);
    // Neither others nor what is no e-mail wait for that.
    expect(await send(jane)).toEqual({ ok: true, value: "activation" });
    expect(await save(una, { name: "Una Newton" }, false)).toEqual({ ok: true, value: "nothing" });
    pass(longestWait);
    expect(await send(una)).toEqual({ ok: true, value: "activation" });
  });

  test("with one address and then another, over and over, floods neither mailbox", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { of, edit } = await acme();
    const una = await person(of);
    const move = async (email: string) =>
      editUser(edit, una.id, fieldsOf(una, { email }), {
        revision: (await rowOf(una.id)).revision,
        sendActivation: false,
      });
    const { most } = limits["links-per-account-and-hour"];
    for (let moved = 0; moved < most; moved += 1)
      for (const email of ["una@one.example", "una@other.example"]) expect((await move(email)).ok).toBe(true);
    expect(await move("una@one.example")).toMatchObject({ ok: false, code: "address-mailed-enough" });
    expect((await rowOf(una.id)).email).toBe("una@other.example");
    expect((await move("una@third.example")).ok).toBe(true);
  });

  test("with one address and then another floods neither mailbox of somebody deactivated, who gets no link", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { of, edit } = await acme();
    const dan = await person(of, { deactivated: true });
    const move = async (email: string) =>
      editUser(edit, dan.id, fieldsOf(dan, { email, status: "deactivated" }), {
        revision: (await rowOf(dan.id)).revision,
        sendActivation: false,
      });
    const { most } = limits["links-per-account-and-hour"];
    for (let moved = 0; moved < most; moved += 1)
      for (const email of ["dan@one.example", "dan@other.example"]) expect((await move(email)).ok).toBe(true);
    expect(await move("dan@one.example")).toMatchObject({ ok: false, code: "address-mailed-enough" });
  });

  test("another address makes it unconfirmed, tells both addresses, ends the sessions and kills older links", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    await editUser(edit, una.id, fieldsOf(una), { revision: 1, sendActivation: true });
    await post();
    const older = linkFor(una.email).searchParams.get("token") ?? "";
    const { sessionToken } = await logIn(una);

    const moved = fieldsOf(una, { email: "una@new.example" });
    const saved = await editUser(edit, una.id, moved, { revision: 1, sendActivation: true });
    expect(saved).toMatchObject({ value: "address-changed" });
    await post();
    expect(await isLive(sessionToken)).toBe(false);
    expect(await lookAtActivation(older)).toMatchObject({ code: "unknown" });
    expect(letters(una.email)[0]?.text).toContain("una@new.example");
    expect(letters("una@new.example")).toHaveLength(1);
    const token = linkFor("una@new.example").searchParams.get("token") ?? "";
    expect((await confirmEmail(token, null, visitor)).ok).toBe(true);
  });

  test("another address is told at the old one without a browser and an address: they would be the administrator's", async () => {
    const { of, edit } = await acme();
    const jane = await person(of);
    await editUser(edit, jane.id, fieldsOf(jane, { email: "jane@new.example" }), basis);
    await post();
    const text = letters(jane.email)[0]?.text;
    expect(text).toContain("When:");
    expect(text).not.toMatch(/Browser:|Address:|Not known/);
    expect(text).not.toContain(visitor.address);
  });

  test("another address of somebody deactivated is told at the old one alone, and the answer says so", async () => {
    const { of, edit } = await acme();
    const dan = await person(of, { deactivated: true });
    const moved = fieldsOf(dan, { email: "dan@new.example", status: "deactivated" });
    expect(await editUser(edit, dan.id, moved, basis)).toMatchObject({ value: "old-address-told" });
    await post();
    expect(letters(dan.email)[0]?.text).toContain("dan@new.example");
    expect(letters("dan@new.example")).toEqual([]);
  });

  test.each<[string, Partial<UserFields>]>([
    ["another address", { email: "jane@new.example" }],
    ["deactivating", { status: "deactivated" }],
  ])("%s ends the links that were mailed before, also after the way back", async (_, change) => {
    const { of, edit } = await acme();
    const jane = await person(of, { confirmed: false });
    await sendActivation({ userId: jane.id });
    const activation = tokenFor(jane.email);
    await sendPasswordReset({ userId: jane.id });
    const reset = tokenFor(jane.email);
    for (const [index, wanted] of [fieldsOf(jane, change), fieldsOf(jane, {})].entries()) {
      const saved = await editUser(edit, jane.id, wanted, { revision: index + 1, sendActivation: false });
      expect(saved.ok).toBe(true);
    }
    expect(await lookAtActivation(activation)).toMatchObject({ code: "replaced" });
    expect(await lookAtReset(reset)).toMatchObject({ code: "replaced" });
  });

  test("only the capitals of an address leaves it confirmed", async () => {
    const { of, edit } = await acme();
    const jane = await person(of, { email: "jane@example.com" });
    const wanted = fieldsOf(jane, { email: "Jane@example.com" });
    await editUser(edit, jane.id, wanted, { revision: 1, sendActivation: false });
    expect(await rowOf(jane.id)).toMatchObject({ email: "Jane@example.com" });
    expect((await rowOf(jane.id)).email_confirmed_at).not.toBeNull();
    await post();
    expect(letters()).toEqual([]);
  });

  test.each<[string, Partial<UserFields>, boolean]>([
    ["a name", { name: "Jane Roe" }, true],
    ["a role", { role: "manager" }, false],
    ["deactivating", { status: "deactivated" }, false],
  ])("%s: the sessions live on: %s", async (_, change, live) => {
    const { of, edit } = await acme();
    const jane = await person(of);
    const { sessionToken } = await logIn(jane);
    const saved = await editUser(edit, jane.id, fieldsOf(jane, change), {
      revision: 1,
      sendActivation: false,
    });
    expect(saved.ok).toBe(true);
    expect(await isLive(sessionToken)).toBe(live);
  });

  test("a stale form is told by whom it was overtaken, and changes nothing", async () => {
    const { of, edit } = await acme();
    const jane = await person(of);
    const save = (name: string) =>
      editUser(edit, jane.id, fieldsOf(jane, { name }), { revision: 1, sendActivation: false });
    await save("First");
    expect(await save("Second")).toMatchObject({
      code: "changed-meanwhile",
      present: { name: "First", revision: 2 },
    });
    expect((await rowOf(jane.id)).name).toBe("First");
  });

  test("a stale form knows whether it was overtaken by another tab of whoever sends it", async () => {
    const { of, ada, edit } = await acme();
    const [bob, jane] = [await person(of, { role: "administrator" }), await person(of)];
    const save = (by: typeof edit, name: string, revision: number) =>
      editUser(by, jane.id, fieldsOf(jane, { name }), { ...basis, revision });
    const bobs = await holder(bob, "users.edit");
    await save(edit, "First", 1);
    // What was done to somebody else since does not count.
    const other = await person(of);
    await editUser(bobs, other.id, fieldsOf(other, { name: "Other" }), basis);
    expect(await save(edit, "Second", 1)).toMatchObject({ code: "changed-meanwhile", byOneself: true });
    expect(await save(bobs, "Second", 1)).toMatchObject({ code: "changed-meanwhile", byOneself: false });
    pass(minutes(1));
    await save(bobs, "Third", 2);
    expect(await save(edit, "Second", 1)).toMatchObject({ byOneself: false });
    pass(minutes(1));
    await save(edit, "Fourth", 3);
    pass(minutes(1));
    // A save that changes nothing is nobody's change.
    await save(bobs, "Fourth", 4);
    expect(await save(edit, "Second", 1)).toMatchObject({ byOneself: true });

    await changeProfile((await logIn(ada)).actor, { name: "Ada Smith" });
    expect(await editUser(edit, ada.id, fieldsOf(ada, { role: "administrator" }), basis)).toMatchObject({
      byOneself: true,
    });
  });

  test("a save that changed nothing overtakes nobody", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    await editUser(edit, una.id, fieldsOf(una), { revision: 1, sendActivation: true });
    expect(await editUser(edit, una.id, fieldsOf(una, { name: "Una" }), basis)).toMatchObject({ ok: true });
  });

  test("an address that is in use is refused and nothing else of the form is saved", async () => {
    const { of, edit } = await acme();
    const [jane, john] = [await person(of), await person(of, { email: "john@example.com" })];
    const wanted = fieldsOf(jane, { name: "New", email: "JOHN@example.com" });
    const saved = await editUser(edit, jane.id, wanted, { revision: 1, sendActivation: false });
    expect(saved).toMatchObject({ code: "email-taken" });
    expect(await rowOf(jane.id)).toMatchObject({ name: jane.name, email: jane.email, revision: 1 });
    expect((await rowOf(john.id)).email).toBe("john@example.com");
  });

  test("the last active Administrator stays one", async () => {
    const { of, ada, edit } = await acme();
    await person(of, { role: "administrator", deactivated: true });
    await person(await organisation(), { role: "administrator" });
    const save = (change: Partial<UserFields>) =>
      editUser(edit, ada.id, fieldsOf(ada, { role: "administrator", ...change }), {
        revision: 1,
        sendActivation: false,
      });
    expect(await save({ role: "manager" })).toMatchObject({ code: "last-administrator" });
    expect(await save({ status: "deactivated" })).toMatchObject({ code: "last-administrator" });
    await person(of, { role: "administrator" });
    expect((await save({ role: "manager" })).ok).toBe(true);
  });

  test.each([
    ["deactivates", { status: "deactivated" as const }],
    ["demotes", { role: "member" as const }],
  ])("nobody %s the last Administrator who has chosen a password", async (_, change) => {
    const { of, ada, edit } = await acme();
    const bob = await person(of, { role: "administrator", confirmed: false, withoutPassword: true });
    const save = () => editUser(edit, ada.id, fieldsOf(ada, { role: "administrator", ...change }), basis);
    expect(await save()).toMatchObject({ code: "last-administrator" });
    await sendActivation({ userId: bob.id });
    await confirmEmail(tokenFor(bob.email), "seven otters cross the river", visitor);
    expect((await save()).ok).toBe(true);
  });

  test("by a manager leaves the teams that are not the manager's as they are", async () => {
    const { of } = await acme();
    const [milan, jane] = [await person(of, { role: "manager" }), await person(of)];
    const north = await team(of, "North", [milan, jane]);
    const east = await team(of, "East", [milan]);
    const south = await team(of, "South", [jane]);
    const by = await holder(milan, "users.edit");
    const wanted = fieldsOf(jane, { teamIds: [east] });
    expect((await editUser(by, jane.id, wanted, { revision: 1, sendActivation: false })).ok).toBe(true);
    const teams = await database()
      .selectFrom("team_members")
      .select("team_id")
      .where("user_id", "=", jane.id)
      .execute();
    expect(teams.map(({ team_id }) => team_id).sort()).toEqual([east, south].sort());
    expect(teams.map(({ team_id }) => team_id)).not.toContain(north);
  });

  test("writes down which teams by the names that they had then", async () => {
    const { of, edit } = await acme();
    const jane = await person(of);
    const [north, east] = [await team(of, "North", [jane]), await team(of, "East")];
    await editUser(edit, jane.id, fieldsOf(jane, { teamIds: [east] }), basis);
    await deleteTeam(holding(edit, "settings.edit"), north);
    await renameTeam(holding(edit, "settings.edit"), east, "West");
    const [changed] = await listEventsAbout(jane.id, 1);
    expect(changed && detailTexts(changed, wordsIn("en"))).toEqual(["Teams: North → East"]);
  });

  test("writes down of many teams those that change, and how many more there are", async () => {
    const { of, edit } = await acme();
    const jane = await person(of);
    const teamIds = [await team(of, "Team 99")];
    for (let number = 1; number < 60; number += 1) teamIds.push(await team(of, `Team ${number}`, [jane]));
    await editUser(edit, jane.id, fieldsOf(jane, { teamIds: teamIds.slice(0, -1) }), basis);
    const [changed] = await listEventsAbout(jane.id, 1);
    const [said = ""] = changed ? detailTexts(changed, wordsIn("en")) : [];
    expect(said).toMatch(/^Teams: Team 59, Team 1, Team 2, .* → Team 99, Team 1, Team 2, /);
    expect(said.match(/ 9 more\b/g)).toHaveLength(2);
  });

  test("with as many teams that are not one's own as fit into a form fills no log", async () => {
    const { of } = await acme();
    const [milan, jane] = [await person(of, { role: "manager" }), await person(of)];
    const own = await team(of, "North", [milan, jane]);
    const unknown = Array.from({ length: 1_000 }, () => randomId());
    const by = await holder(milan, "users.edit");
    const refused = await editUser(by, jane.id, fieldsOf(jane, { teamIds: [own, ...unknown] }), basis);
    expect(refused).toMatchObject({ code: "team-unknown" });
    const teams = [...unknown.slice(0, mostNamed), { more: 951 }];
    expect(await overreaches()).toMatchObject([{ reason: "team-unknown", detail: { teams } }]);
  });

  test("with a role or teams that are not one's own to give is refused, and the audit log knows who tried", async () => {
    const { of } = await acme();
    const [milan, jane] = [await person(of, { role: "manager" }), await person(of)];
    const own = await team(of, "North", [milan, jane]);
    const foreign = await team(await organisation(), "Foreign");
    const by = await holder(milan, "users.edit");
    const save = (change: Partial<UserFields>) =>
      editUser(by, jane.id, fieldsOf(jane, { teamIds: [own], ...change }), basis);
    expect(await save({ role: "administrator" })).toMatchObject({ code: "role-not-yours-to-give" });
    expect(await save({ teamIds: [own, foreign] })).toMatchObject({ code: "team-unknown" });
    const add = holding(by, "users.invite");
    await addUser(add, { ...newcomer, teamIds: [foreign] }, { sendActivation: false });
    // What was only forgotten is no try at a door.
    expect(await save({ teamIds: [] })).toMatchObject({ code: "team-missing" });
    expect(await overreaches()).toEqual([
      {
        actor_id: by.userId,
        target_id: jane.id,
        reason: "role-not-yours-to-give",
        detail: { role: "administrator" },
      },
      { actor_id: by.userId, target_id: jane.id, reason: "team-unknown", detail: { teams: [own, foreign] } },
      { actor_id: by.userId, target_id: null, reason: "team-unknown", detail: { teams: [foreign] } },
    ]);
  });

  test("with a team that was deleted meanwhile is answered as with a foreign one, but was no try at a door", async () => {
    const [{ of, edit, invite }, elsewhere] = [await acme(), await acme()];
    const jane = await person(of);
    const [gone, south] = [await team(of, "North", [jane]), await team(of, "South")];
    const foreign = await team(elsewhere.of, "Foreign");
    await deleteTeam(holding(edit, "settings.edit"), gone);
    await deleteTeam(holding(elsewhere.edit, "settings.edit"), foreign);
    const codes = [];
    for (const teamIds of [[gone, south], [gone, foreign], [foreign]]) {
      const saved = await editUser(edit, jane.id, fieldsOf(jane, { teamIds }), basis);
      const added = await addUser(invite, { ...newcomer, teamIds }, { sendActivation: false });
      codes.push(...[saved, added].map((outcome) => !outcome.ok && outcome.code));
    }
    expect(codes).toEqual(Array(6).fill("team-unknown"));
    const tried = { actor_id: edit.userId, reason: "team-unknown" };
    expect(await overreaches()).toEqual(
      [[gone, foreign], [foreign]].flatMap((teams) => [
        { ...tried, target_id: jane.id, detail: { teams } },
        { ...tried, target_id: null, detail: { teams } },
      ]),
    );
  });

  test("with another address is no way around the reset: it asks for the administrator's own second step", async () => {
    const of = await organisation();
    const ada = await person(of, { role: "administrator", confirmed: false });
    const jane = await person(of);
    // Without a usable method the password opened the door: enough to enrol, too little to take from others.
    const edit = holding((await logIn(ada)).actor, "users.edit");
    const moved = fieldsOf(jane, { email: "thief@example.com" });
    const refusal = { code: "second-step-missing", field: "email" };
    expect(await editUser(edit, jane.id, moved, basis)).toMatchObject(refusal);
    const invite = holding(edit, "users.invite");
    const accomplice = { ...newcomer, role: "administrator" as const };
    expect(await addUser(invite, accomplice, { sendActivation: true })).toMatchObject({ field: "role" });

    expect(await rowOf(jane.id)).toMatchObject({ email: jane.email, revision: 1 });
    await post();
    expect(letters()).toEqual([]);
    const by = { actor_id: ada.id, reason: "second-step-missing" };
    expect(await overreaches()).toEqual([
      { ...by, target_id: jane.id, detail: { field: "email" } },
      { ...by, target_id: null, detail: { field: "role" } },
    ]);
  });

  test("with another address takes the second step by e-mail until it is confirmed: an event and both letters say so", async () => {
    const of = await organisation();
    const ada = await person(of, { role: "administrator", authenticator: true });
    const jane = await person(of);
    const edit = holding((await logIn(ada)).actor, "users.edit");
    const moved = fieldsOf(jane, { email: "jane@new.example" });
    expect(await editUser(edit, jane.id, moved, basis)).toMatchObject({ value: "address-changed" });
    await post();
    expect(await eventsAbout(jane)).toContain("email.changed");
    expect(letters(jane.email)).toHaveLength(1);
    expect(letters("jane@new.example")).toHaveLength(1);
    const { actor } = await logIn({ ...jane, email: "jane@new.example" });
    expect(actor.lacksSecondStep).toBe(true);
  });

  test("by a manager never changes one of a role that is not the manager's to give, also when it is taken away by that", async () => {
    const { of, ada } = await acme();
    const milan = await person(of, { role: "manager" });
    const north = await team(of, "North", [milan, ada]);
    const by = await holder(milan, "users.edit");
    for (const change of [{}, { email: "milan@example.com" }, { status: "deactivated" as const }])
      expect(await editUser(by, ada.id, fieldsOf(ada, { ...change, teamIds: [north] }), basis)).toEqual({
        ok: false,
        code: "not-found",
      });
    expect(await rowOf(ada.id)).toMatchObject({ role: "administrator", email: ada.email, status: "active" });
  });

  test("writes down that somebody was let in again", async () => {
    const { of, edit } = await acme();
    const dan = await person(of, { deactivated: true });
    await editUser(edit, dan.id, fieldsOf(dan), basis);
    expect(await eventsAbout(dan)).toEqual(["user.reactivated"]);
  });

  test("writes one event for each fact", async () => {
    const { of, edit } = await acme();
    const jane = await person(of);
    const wanted = fieldsOf(jane, { name: "New", email: "new@example.com", status: "deactivated" });
    await editUser(edit, jane.id, wanted, { revision: 1, sendActivation: false });
    expect(await eventsAbout(jane)).toEqual(["user.deactivated", "email.changed", "user.changed"]);
  });
});
