/** Adding and changing users: what is mailed, what ends, and what is refused. */
import { describe, expect, test } from "vitest";
import { confirmEmail, lookAtActivation } from "@/lib/accounts/confirm-email";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { lookAtReset } from "@/lib/accounts/reset-password";
import { sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { jobHandlers } from "@/lib/jobs/handlers";
import { days, minutes } from "@/lib/kernel/duration";
import { drain } from "@/lib/mail/worker";
import { addUser } from "@/lib/organisations/add-user";
import { describeUser } from "@/lib/organisations/describe-user";
import { editUser } from "@/lib/organisations/edit-user";
import { endUserSessions } from "@/lib/organisations/end-user-sessions";
import type { UserFields } from "@/lib/organisations/user-change";
import { answer, startMailServer } from "../mail/mail-server";
import { at, pass } from "../support/clock";
import { logged } from "../support/console";
import { letters, linkFor } from "../support/mailbox";
import { tokenFor } from "../support/post";
import { holder, holding, team, withOldProof } from "../support/staff";
import { isLive, logIn, organisation, type Person, password, person, visitor } from "../support/world";

const post = () => drain(jobHandlers, minutes(1));

async function acme() {
  const of = await organisation({ switchedOn: false });
  const ada = await person(of, { role: "administrator", name: "Ada Lovelace" });
  const edit = await holder(ada, "users.edit");
  return { of, ada, edit, invite: holding(edit, "users.invite") };
}

const newcomer: UserFields = {
  name: "Una Newton",
  email: "una@example.com",
  role: "member",
  status: "active",
  teamIds: [],
};

const fieldsOf = ({ name, email }: Person, change: Partial<UserFields> = {}): UserFields => ({
  name,
  email,
  role: "member",
  status: "active",
  teamIds: [],
  ...change,
});

const rowOf = (id: string) =>
  database().selectFrom("users").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const eventsAbout = async (id: string) => {
  const rows = await database()
    .selectFrom("audit_events")
    .select("event")
    .where("target_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map(({ event }) => event);
};

const basis = { revision: 1, sendActivation: false };

const overreaches = () =>
  database()
    .selectFrom("audit_events")
    .select(["actor_id", "target_id", "reason", "detail"])
    .where("event", "=", "permission.refused")
    .orderBy("id")
    .execute();

describe("adding a user", () => {
  test("with the box ticked mails a link, behind which the address is confirmed and a password chosen", async () => {
    const { invite } = await acme();
    const added = await addUser(invite, newcomer, { sendActivation: true });
    expect(added).toMatchObject({ ok: true, value: { told: "mailed" } });
    await post();
    const token = linkFor("una@example.com").searchParams.get("token") ?? "";
    expect(await lookAtActivation(token)).toMatchObject({ value: { needsPassword: true } });
    expect((await confirmEmail(token, password, visitor)).ok).toBe(true);
    if (added.ok) expect((await rowOf(added.value.id)).email_confirmed_at).not.toBeNull();
  });

  test("without the box, or deactivated, mails nothing, and says which", async () => {
    const { invite } = await acme();
    const unasked = await addUser(invite, newcomer, { sendActivation: false });
    expect(unasked).toMatchObject({ value: { told: "added" } });
    const away = { ...newcomer, email: "dan@example.com", status: "deactivated" as const };
    expect(await addUser(invite, away, { sendActivation: true })).toMatchObject({
      value: { told: "deactivated" },
    });
    await post();
    expect(letters()).toEqual([]);
  });

  test("with an address that is in use anywhere, in whatever case, is refused", async () => {
    const { invite } = await acme();
    await person(await organisation(), { email: "Una@Example.com" });
    expect(await addUser(invite, newcomer, { sendActivation: true })).toMatchObject({ code: "email-taken" });
    await post();
    expect(letters()).toEqual([]);
  });

  test("above Member asks for a fresh proof", async () => {
    const { invite } = await acme();
    const wanted = { ...newcomer, role: "administrator" as const };
    const late = withOldProof(invite);
    expect(await addUser(late, wanted, { sendActivation: false })).toMatchObject({ code: "proof-not-fresh" });
    expect((await addUser(invite, wanted, { sendActivation: false })).ok).toBe(true);
  });

  test("by a manager puts them into one of the manager's teams, as a Member", async () => {
    const { of } = await acme();
    const milan = await person(of, { role: "manager" });
    const [own, other] = [await team(of, "North", [milan]), await team(of, "South")];
    const by = await holder(milan, "users.invite");
    const add = (change: Partial<UserFields>) =>
      addUser(by, { ...newcomer, ...change }, { sendActivation: false });
    expect(await add({ teamIds: [] })).toMatchObject({ code: "team-missing" });
    expect(await add({ teamIds: [own, other] })).toMatchObject({ code: "team-unknown" });
    expect(await add({ teamIds: [own], role: "manager" })).toMatchObject({ code: "role-not-yours-to-give" });
    expect((await add({ teamIds: [own] })).ok).toBe(true);
  });

  test("never into a team of another organisation", async () => {
    const { invite } = await acme();
    const foreign = await team(await organisation(), "Foreign");
    const added = await addUser(invite, { ...newcomer, teamIds: [foreign] }, { sendActivation: false });
    expect(added).toMatchObject({ code: "team-unknown" });
  });
});

describe("saving a user", () => {
  test("with the box ticked sends the activation e-mail, once", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    const saved = await editUser(edit, una.id, fieldsOf(una), { revision: 1, sendActivation: true });
    expect(saved).toEqual({ ok: true, value: "activation" });
    await post();
    expect(letters(una.email)).toHaveLength(1);
    expect(letters(una.email)[0]?.text).toContain("Ada Lovelace");
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

  test("another address makes it unconfirmed, tells both addresses, ends the sessions and kills older links", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    await editUser(edit, una.id, fieldsOf(una), { revision: 1, sendActivation: true });
    await post();
    const older = linkFor(una.email).searchParams.get("token") ?? "";
    const { sessionToken } = await logIn(una);

    const moved = fieldsOf(una, { email: "una@new.example" });
    const saved = await editUser(edit, una.id, moved, { revision: 2, sendActivation: true });
    expect(saved).toMatchObject({ value: "address-changed" });
    await post();
    expect(await isLive(sessionToken)).toBe(false);
    expect(await lookAtActivation(older)).toMatchObject({ code: "unknown" });
    expect(letters(una.email)[0]?.text).toContain("una@new.example");
    expect(letters("una@new.example")).toHaveLength(1);
    const token = linkFor("una@new.example").searchParams.get("token") ?? "";
    expect((await confirmEmail(token, null, visitor)).ok).toBe(true);
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
    await sendActivation({ userId: jane.id, invitedBy: null });
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
    expect(await eventsAbout(jane.id)).toContain("email.changed");
    expect(letters(jane.email)).toHaveLength(1);
    expect(letters("jane@new.example")).toHaveLength(1);
    const { actor } = await logIn({ ...jane, email: "jane@new.example" });
    expect(actor.lacksSecondStep).toBe(true);
  });

  test("writes one event for each fact", async () => {
    const { of, edit } = await acme();
    const jane = await person(of);
    const wanted = fieldsOf(jane, { name: "New", email: "new@example.com", status: "deactivated" });
    await editUser(edit, jane.id, wanted, { revision: 1, sendActivation: false });
    expect(await eventsAbout(jane.id)).toEqual(["user.deactivated", "email.changed", "user.changed"]);
  });
});

test.each(["not-an-id", "4f3d0c1e-1111-4222-8333-000000000001", ""])(
  "the unknown id %j is not found, in no door",
  async (id) => {
    const { edit } = await acme();
    expect(await describeUser(edit, id)).toBeUndefined();
    expect(await editUser(edit, id, newcomer, { revision: 1, sendActivation: false })).toMatchObject({
      code: "not-found",
    });
    expect(await endUserSessions(edit, id)).toMatchObject({ code: "not-found" });
  },
);

test("the page of a user tells how the account stands", async () => {
  const { of, edit } = await acme();
  const una = await person(of, { confirmed: false, authenticator: true });
  await editUser(edit, una.id, fieldsOf(una), { revision: 1, sendActivation: true });
  await post();
  await logIn(una);
  const described = await describeUser(edit, una.id);
  const { sentAt, validUntil } = described?.lastConfirmationEmail ?? {};
  expect(Number(validUntil) - Number(sentAt)).toBe(days(7));
  expect(described?.methods).toMatchObject({ emailConfirmed: false, authenticatorOn: true });
  expect(described?.sessions).toHaveLength(1);
  expect(described?.events.map(({ event }) => event)).toContain("activation.sent");
});

describe("the confirmation e-mail that the page of a user tells of", () => {
  const toldTo = async (by: Awaited<ReturnType<typeof acme>>["edit"], { id }: Person) =>
    (await describeUser(by, id))?.lastConfirmationEmail;
  const send = ({ id }: Person) => sendActivation({ userId: id, invitedBy: null });

  test("is one that was sent: what the mail server refuses is none, and leaves the one before as it was", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    const onRcptTo = (_: unknown, __: unknown, done: (error: Error) => void) => done(answer(550, "unknown"));
    await startMailServer({ onRcptTo });
    await expect(send(una)).rejects.toThrow("mail-refused");
    expect(await toldTo(edit, una)).toBeUndefined();

    const sentAt = at("2027-05-03T14:32:00.000Z");
    await startMailServer();
    await send(una);
    pass(minutes(5));
    await startMailServer({ onRcptTo });
    await expect(send(una)).rejects.toThrow("mail-refused");
    expect(await toldTo(edit, una)).toEqual({ sentAt, validUntil: new Date("2027-05-10T14:32:00.000Z") });
    expect(logged("mail.refused")).toHaveLength(2);
  });

  test("is valid no longer than its link: not after deactivation, also when that is taken back", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    const sentAt = at("2027-05-03T14:32:00.000Z");
    await send(una);
    await editUser(edit, una.id, fieldsOf(una, { status: "deactivated" }), basis);
    await editUser(edit, una.id, fieldsOf(una), { ...basis, revision: 2 });
    expect(await toldTo(edit, una)).toEqual({ sentAt, validUntil: null });
  });

  test("is one to the present address, however that is spelt", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false, email: "una@example.com" });
    await send(una);
    await editUser(edit, una.id, fieldsOf(una, { email: "Una@Example.com" }), basis);
    expect(await toldTo(edit, una)).toMatchObject({ validUntil: expect.any(Date) });
    await editUser(edit, una.id, fieldsOf(una, { email: "newton@example.com" }), { ...basis, revision: 2 });
    expect(await toldTo(edit, una)).toBeUndefined();
  });
});

test("ending the sessions of a user ends them all, and says how many", async () => {
  const { of, edit } = await acme();
  const jane = await person(of);
  const tokens = [(await logIn(jane)).sessionToken, (await logIn(jane)).sessionToken];
  expect(await endUserSessions(edit, jane.id)).toEqual({ ok: true, value: { count: 2 } });
  expect(await Promise.all(tokens.map(isLive))).toEqual([false, false]);
});
