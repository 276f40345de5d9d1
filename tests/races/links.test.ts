/** Mailed links, pressed forty times at once. */
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { confirmEmail, lookAtActivation } from "@/lib/accounts/confirm-email";
import { replaceOlderEmailTokens } from "@/lib/accounts/email-token-queries";
import { makeLinks } from "@/lib/accounts/make-links";
import { hashPassword } from "@/lib/accounts/password-hash";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { sendActivation } from "@/lib/accounts/send-activation";
import { lockEmailTokens } from "@/lib/accounts/void-links-queries";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { days, minutes, seconds } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { startLogin } from "@/lib/login/start-login";
import { editUser } from "@/lib/organisations/edit-user";
import { settleLetters } from "@/lib/organisations/sending-settling-queries";
import type { UserFields } from "@/lib/organisations/user-change";
import { at, pass } from "../support/clock";
import { forty } from "../support/forty";
import { whileItsHashWaits } from "../support/hash-queue";
import { comingBetween } from "../support/lock-order";
import { tokenFor } from "../support/post";
import { holder, logInByPassword } from "../support/staff";
import { organisation, type Person, person, visitorFrom } from "../support/world";

const chosenBy = (index: number) => `seven otters cross river ${index}`;

/** The places of those that succeeded. */
const winners = (outcomes: { ok: boolean }[]) => outcomes.flatMap(({ ok }, index) => (ok ? [index] : []));

async function opens(who: Person, password: string): Promise<boolean> {
  const browser = { presentToken: null, returnTo: "/", visitor: visitorFrom(200) };
  return (await startLogin({ ...who, password }, browser)).ok;
}

const eventsCalled = (name: string) =>
  database().selectFrom("audit_events").select("id").where("event", "=", name).execute();

test("of forty confirmations by one link at once, one chooses the password", async () => {
  const who = await person(await organisation(), { confirmed: false, withoutPassword: true });
  await sendActivation({ userId: who.id });
  const token = tokenFor(who.email);
  const outcomes = await forty((index) => confirmEmail(token, chosenBy(index), visitorFrom(index)));
  const [winner, ...others] = winners(outcomes);
  expect(others).toEqual([]);
  for (const outcome of outcomes)
    if (!outcome.ok) expect(["used", "confirmed-already"]).toContain(outcome.code);
  expect(await eventsCalled("email.confirmed")).toHaveLength(1);
  expect(await opens(who, chosenBy(winner ?? -1))).toBe(true);
});

test("of forty resets by one link at once, one sets the password", async () => {
  const who = await person(await organisation());
  await sendPasswordReset({ userId: who.id });
  const token = tokenFor(who.email);
  const outcomes = await forty((index) => resetPassword(token, chosenBy(index), visitorFrom(index)));
  const [winner, ...others] = winners(outcomes);
  expect(others).toEqual([]);
  expect(await eventsCalled("password.reset")).toHaveLength(1);
  expect(await opens(who, chosenBy(winner ?? -1))).toBe(true);
});

test("of twenty open reset links used at once, one sets the password, and nobody waits in a circle", async () => {
  const who = await person(await organisation());
  const links = await makeLinks(
    "password-reset",
    Array.from({ length: 20 }, () => ({ userId: who.id, email: who.email })),
  );
  const tokens = links.map(({ url }) => new URL(url).searchParams.get("token") ?? "");
  const outcomes = await forty((index) =>
    resetPassword(tokens[index % tokens.length] ?? "", chosenBy(index), visitorFrom(index)),
  );
  const [winner, ...others] = winners(outcomes);
  expect(others).toEqual([]);
  for (const outcome of outcomes) if (!outcome.ok) expect(["used", "replaced"]).toContain(outcome.code);
  expect(await eventsCalled("password.reset")).toHaveLength(1);
  expect(await opens(who, chosenBy(winner ?? -1))).toBe(true);
});

const asIs = (who: Person, change: Partial<UserFields>): UserFields => ({
  name: who.name,
  email: who.email,
  role: "member",
  status: "active",
  teamIds: [],
  ...change,
});

describe.each<[string, Partial<UserFields>]>([
  ["another address", { email: "safe@example.com" }],
  ["deactivating", { status: "deactivated" }],
])("%s, while what was mailed before waits for its hash,", (_, change) => {
  /** What `follow` comes to when an administrator is quicker. */
  async function overtaken(who: Person, follow: () => Promise<{ ok: boolean }>) {
    const admin = await person({ id: who.organisationId }, { role: "administrator" });
    const by = await holder(admin, "users.edit");
    return whileItsHashWaits(follow, async () => {
      const saved = await editUser(by, who.id, asIs(who, change), { revision: 1, sendActivation: false });
      expect(saved.ok).toBe(true);
    });
  }

  const hashOf = async (who: Person) =>
    (
      await database()
        .selectFrom("users")
        .select("password_hash")
        .where("id", "=", who.id)
        .executeTakeFirstOrThrow()
    ).password_hash;

  test("sets no password by a reset link", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    await sendPasswordReset({ userId: who.id });
    const token = tokenFor(who.email);
    const before = await hashOf(who);
    expect(await overtaken(who, () => resetPassword(token, chosenBy(1), visitorFrom(1)))).toMatchObject({
      code: "unknown",
    });
    expect(await hashOf(who)).toBe(before);
  });

  test("sets none by an activation link", async () => {
    const who = await person(await organisation(), { confirmed: false, withoutPassword: true });
    await sendActivation({ userId: who.id });
    const token = tokenFor(who.email);
    expect(await overtaken(who, () => confirmEmail(token, chosenBy(1), visitorFrom(1)))).toMatchObject({
      code: "unknown",
    });
    expect(await hashOf(who)).toBeNull();
  });
});

test("of forty resets and changes of the address at once, nobody waits in a circle", async () => {
  const of = await organisation({ switchedOn: false });
  const by = await holder(await person(of, { role: "administrator" }), "users.edit");
  for (let round = 0; round < 10; round += 1) {
    const who = await person(of);
    await sendPasswordReset({ userId: who.id });
    const token = tokenFor(who.email);
    const passwords = resetPassword(token, chosenBy(round), visitorFrom(round));
    await pause(5 * round);
    const edits = [1, 2, 3].map((nth) =>
      editUser(by, who.id, asIs(who, { email: `moved-${round}-${nth}@example.com` }), {
        revision: 1,
        sendActivation: false,
      }),
    );
    const [, ...saved] = await Promise.all([passwords, ...edits]);
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

/** The owners of the links that open, one for each link. */
async function ownersOfOpenLinks(): Promise<string[]> {
  const open = await database()
    .selectFrom("email_tokens")
    .select("user_id")
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .execute();
  return open.map((link) => link.user_id);
}

test("of links mailed at once, at most one is open", async () => {
  const who = await person(await organisation(), { confirmed: false });
  await Promise.all([1, 2, 3, 4].map(() => sendActivation({ userId: who.id })));
  expect((await ownersOfOpenLinks()).length).toBeLessThanOrEqual(1);
});

test("of two links made for one purpose in the same moment, one is open, for each of forty users", async () => {
  const of = await organisation({ switchedOn: false });
  const people = await Promise.all(Array.from({ length: 40 }, () => person(of)));
  at("2027-05-03T14:32:00.000Z");
  await forty(async (index) => {
    const asked = { userId: people[index]?.id ?? "" };
    await Promise.all([sendPasswordReset(asked), sendPasswordReset(asked)]);
  });
  expect((await ownersOfOpenLinks()).sort()).toEqual(people.map(({ id }) => id).sort());
});

describe("links of one user are locked in one order, and nobody waits in a circle, where they are", () => {
  const [low, high, newest] = ["1", "2", "3"].map((last) => `00000000-0000-4000-8000-00000000000${last}`);

  /** A user with three links, of which the table and its index have the greater ids first. */
  async function withThree() {
    const who = await person(await organisation(), { confirmed: false });
    const made = ([newest, high, low] as string[]).map((id, index) => ({
      id,
      user_id: who.id,
      purpose: "activation" as const,
      email: who.email,
      token_digest: id,
      created_at: new Date(Date.now() - seconds(index)),
      expires_at: new Date(Date.now() + days(7)),
    }));
    await database().insertInto("email_tokens").values(made).execute();
    return who;
  }

  const locking = (id: string | undefined) => (trx: Transaction) =>
    trx.selectFrom("email_tokens").select("id").where("id", "=", String(id)).forUpdate().execute();

  const settling = ({ id, organisationId }: Person) => {
    const ending = { position: 1, is: "sent" as const, link: { id: String(newest), userId: id } };
    return settleLetters(database(), { id: randomId(), organisationId }, [ending], new Date());
  };

  test.each<[string, (who: Person) => Promise<unknown>]>([
    ["replaced by a newer one", () => replaceOlderEmailTokens(database(), String(newest), new Date())],
    ["replaced by one of a sending", settling],
    [
      "held while what they were for happens otherwise",
      ({ id }) => inTransaction((trx) => lockEmailTokens(trx, id, "activation")),
    ],
    ["held while their user is changed", ({ id }) => inTransaction((trx) => lockEmailTokens(trx, id))],
  ])("%s", async (_, act) => {
    const who = await withThree();
    await comingBetween(locking(low), () => act(who), locking(high));
  });
});

test("a password changed while a reset link is used is one of the two", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  const { actor } = await logInByPassword(who);
  await sendPasswordReset({ userId: who.id });
  const [changed, reset] = await Promise.all([
    changePassword(actor, who.password, chosenBy(1)),
    resetPassword(tokenFor(who.email), chosenBy(2), visitorFrom(2)),
  ]);
  expect([changed.ok, reset.ok].filter(Boolean)).toHaveLength(1);
  const opening = [await opens(who, chosenBy(1)), await opens(who, chosenBy(2))];
  expect(opening.filter(Boolean)).toHaveLength(1);
  expect(await opens(who, who.password)).toBe(false);
});

test("a link that runs out while its password waits for its hash sets none", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  at(new Date());
  await sendPasswordReset({ userId: who.id });
  const token = tokenFor(who.email);
  const followed = await whileItsHashWaits(
    () => resetPassword(token, chosenBy(1), visitorFrom(1)),
    () => pass(minutes(30)),
  );
  expect(followed).toMatchObject({ ok: false, code: "run-out" });
  expect(await opens(who, who.password)).toBe(true);
});

test("a password that is chosen while an activation link waits for its hash stays, and the address is confirmed", async () => {
  const who = await person(await organisation(), { confirmed: false, withoutPassword: true });
  await sendActivation({ userId: who.id });
  const token = tokenFor(who.email);
  const password_hash = await hashPassword(chosenBy(0));
  const followed = await whileItsHashWaits(
    () => confirmEmail(token, chosenBy(1), visitorFrom(1)),
    () => database().updateTable("users").set({ password_hash }).where("id", "=", who.id).execute(),
  );
  const owner = { userId: who.id, email: who.email };
  expect(followed).toEqual({ ok: true, value: { owner, browserToken: null, passwordStays: true } });
  expect(await opens(who, chosenBy(0))).toBe(true);
  expect(await lookAtActivation(token)).toMatchObject({ code: "confirmed-already" });
});

test("of two links to one address at once, one confirms it, and the other says that it is confirmed", async () => {
  const who = await person(await organisation(), { confirmed: false, withoutPassword: true });
  const links = await makeLinks("activation", [
    { userId: who.id, email: who.email },
    { userId: who.id, email: who.email },
  ]);
  const outcomes = await Promise.all(
    links.map(({ url }, index) =>
      confirmEmail(new URL(url).searchParams.get("token") ?? "", chosenBy(index), visitorFrom(index)),
    ),
  );
  const [winner, ...others] = winners(outcomes);
  expect(others).toEqual([]);
  expect(outcomes.filter(({ ok }) => !ok)).toMatchObject([{ code: "confirmed-already" }]);
  expect(await eventsCalled("email.confirmed")).toHaveLength(1);
  expect(await opens(who, chosenBy(winner ?? -1))).toBe(true);
});
