/** The page of one user: what it tells of the account, and the sessions that it ends. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { changeProfile } from "@/lib/accounts/change-profile";
import { requestActivationAgain, sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { sweep } from "@/lib/jobs/sweep";
import { days, minutes } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { describeUser } from "@/lib/organisations/describe-user";
import { editUser } from "@/lib/organisations/edit-user";
import { endUserSessions } from "@/lib/organisations/end-user-sessions";
import { resendConfirmations } from "@/lib/organisations/resend-confirmations";
import { readView } from "@/lib/organisations/user-view";
import { limits } from "@/lib/throttle/limit";
import { spendLimits } from "@/lib/throttle/spend-limits";
import { answer, startMailServer } from "../mail/mail-server";
import { at, pass } from "../support/clock";
import { logged } from "../support/console";
import { acme, basis, fieldsOf, newcomer, post } from "../support/user-forms";
import { isLive, logIn, type Person, person, visitor } from "../support/world";

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

test("an event of the page of a user names who acted, unless it was the user", async () => {
  const { of, ada, edit } = await acme();
  const jane = await person(of);
  await changeProfile((await logIn(jane)).actor, { name: "Jane Roe" });
  await editUser(edit, jane.id, fieldsOf(jane, { name: "Jane Poe" }), { ...basis, revision: 2 });
  const events = (await describeUser(edit, jane.id))?.events ?? [];
  const changers = events.filter(({ event }) => event === "user.changed").map(({ actor }) => actor);
  expect(changers).toEqual([ada.name, null]);
});

describe("the confirmation e-mail that the page of a user tells of", () => {
  const toldTo = async (by: Awaited<ReturnType<typeof acme>>["edit"], { id }: Person) =>
    (await describeUser(by, id))?.lastConfirmationEmail;
  const send = ({ id }: Person) => sendActivation({ userId: id });

  test("is one that was sent: what the mail server refuses is none, and leaves the one before as it was", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    const onRcptTo = (_: unknown, __: unknown, done: (error: Error) => void) => done(answer(550, "unknown"));
    await startMailServer({ onRcptTo });
    await send(una);
    expect(await toldTo(edit, una)).toBeUndefined();

    const sentAt = at("2027-05-03T14:32:00.000Z");
    await startMailServer();
    await send(una);
    pass(minutes(5));
    await startMailServer({ onRcptTo });
    await send(una);
    expect(await toldTo(edit, una)).toEqual({ sentAt, validUntil: new Date("2027-05-10T14:32:00.000Z") });
    expect(logged("mail.refused")).toHaveLength(2);
  });

  test("that the mail server refuses for good is not tried again, and told of until a later one is sent", async () => {
    const refusedAt = at("2027-05-03T14:32:00.000Z");
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    const undelivered = async () => (await describeUser(edit, una.id))?.undelivered;
    await startMailServer({ onRcptTo: (_, __, done) => done(answer(550, "unknown")) });
    await editUser(edit, una.id, fieldsOf(una), { ...basis, sendActivation: true });
    await post();
    expect(logged("mail.refused")).toHaveLength(1);
    expect(await undelivered()).toEqual({ at: refusedAt, reason: "mail-refused" });
    const { rows } = await sql`select state from pgboss.job where name = 'send-activation'`.execute(
      database(),
    );
    expect(rows).toEqual([{ state: "completed" }]);

    await startMailServer();
    await send(una);
    expect(await undelivered()).toBeUndefined();
  });

  test("that was tried in vain is told of when it is given up, and no more of an address that was changed", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    const undelivered = async () => (await describeUser(edit, una.id))?.undelivered;
    const onRcptTo = (_: unknown, __: unknown, done: (error: Error) => void) => done(answer(450, "later"));
    await startMailServer({ onRcptTo });
    await expect(send(una)).rejects.toThrow("mail-deferred");
    expect(await undelivered()).toBeUndefined();
    await expect(sendActivation({ userId: una.id }, true)).rejects.toThrow("mail-deferred");
    expect(await undelivered()).toMatchObject({ reason: "mail-deferred" });
    expect(logged("mail.deferred")).toHaveLength(2);
    await editUser(edit, una.id, fieldsOf(una, { email: "newton@example.com" }), basis);
    expect(await undelivered()).toBeUndefined();
  });

  test("is on its way from when it is asked for until it is sent or given up, to whom waits for it", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    const isOnItsWay = async () => (await describeUser(edit, una.id))?.isOnItsWay;
    expect(await isOnItsWay()).toBe(false);
    await editUser(edit, una.id, fieldsOf(una), { ...basis, sendActivation: true });
    expect(await isOnItsWay()).toBe(true);
    await post();
    expect(await isOnItsWay()).toBe(false);

    const moved = { email: "newton@example.com" };
    await editUser(edit, una.id, fieldsOf(una, moved), { ...basis, revision: 1 });
    expect(await isOnItsWay()).toBe(true);
    await startMailServer({ onRcptTo: (_, __, done) => done(answer(550, "unknown")) });
    await post();
    expect(logged("mail.refused")).not.toEqual([]);
    expect(await isOnItsWay()).toBe(false);

    await editUser(edit, una.id, fieldsOf(una, moved), { revision: 2, sendActivation: true });
    expect(await isOnItsWay()).toBe(true);
    await editUser(edit, una.id, fieldsOf(una, { ...moved, status: "deactivated" }), {
      ...basis,
      revision: 2,
    });
    expect(await isOnItsWay()).toBe(false);
    await editUser(edit, una.id, fieldsOf(una, moved), { ...basis, revision: 3 });
    expect(await isOnItsWay()).toBe(false);
  });

  test("is not on its way when it was asked for too often", async () => {
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    await send(una);
    for (let asked = 0; asked < limits["links-per-account-and-hour"].most; asked += 1)
      await spendLimits([{ limit: "links-per-account-and-hour", of: `activation ${una.email}` }]);
    expect(await requestActivationAgain(una.email, visitor)).toMatchObject({ code: "too-many" });
    expect((await describeUser(edit, una.id))?.isOnItsWay).toBe(false);
  });

  test("is on its way to each of a sending until theirs is sent", async () => {
    const { of, edit, invite } = await acme();
    const una = await person(of, { confirmed: false });
    const isOnItsWay = async () => (await describeUser(edit, una.id))?.isOnItsWay;
    const pressed = { sendingId: randomId(), seenAt: new Date() };
    await resendConfirmations(invite, readView({}).filter, pressed);
    expect(await isOnItsWay()).toBe(true);
    await post();
    expect(await isOnItsWay()).toBe(false);
  });

  test("is valid no longer than its link: not after deactivation, also when that is taken back", async () => {
    const sentAt = at("2027-05-03T14:32:00.000Z");
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    await send(una);
    await editUser(edit, una.id, fieldsOf(una, { status: "deactivated" }), basis);
    await editUser(edit, una.id, fieldsOf(una), { ...basis, revision: 2 });
    expect(await toldTo(edit, una)).toEqual({ sentAt, validUntil: null });
  });

  test("is told of when its link is forgotten by now, too, and no more once the address is another", async () => {
    const sentAt = at("2027-05-03T14:32:00.000Z");
    const { of, edit } = await acme();
    const una = await person(of, { confirmed: false });
    await send(una);
    pass(days(38));
    await sweep(minutes(1));
    expect(await toldTo(edit, una)).toEqual({ sentAt, validUntil: null });
    const proved = { ...edit, provedAt: new Date() };
    await editUser(proved, una.id, fieldsOf(una, { email: "newton@example.com" }), basis);
    expect(await toldTo(edit, una)).toBeUndefined();
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
