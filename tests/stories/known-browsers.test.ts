/** In which browsers a user is known: where they have logged in, or chosen their password, since the last change. */
import { describe, expect, test } from "vitest";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { forgetOwnBrowser } from "@/lib/accounts/forget-browser";
import { listOwnBrowsers } from "@/lib/accounts/list-browsers";
import { findCredentialsAtGate } from "@/lib/accounts/queries";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { now } from "@/lib/kernel/clock";
import { days, hours, minutes } from "@/lib/kernel/duration";
import { startLogin } from "@/lib/login/start-login";
import { resetTwoFactor } from "@/lib/organisations/reset-two-factor";
import { endOtherSessions, endOwnSession } from "@/lib/sessions/end-sessions";
import { browserDigests } from "@/lib/sessions/known-browser";
import { spendingGateBy } from "@/lib/throttle/spend-limits";
import { changeEmailMethod } from "@/lib/two-factor/change-methods";
import { at, pass } from "../support/clock";
import { letters } from "../support/mailbox";
import { deliverPost, tokenFor } from "../support/post";
import { holder } from "../support/staff";
import {
  logIn,
  nothingBegun,
  organisation,
  type Person,
  person,
  visitor,
  visitorFrom,
} from "../support/world";

const browser = (name: string, host = 7) => ({ ...visitorFrom(host), browserToken: name.padEnd(43, "-") });
const desk = browser("the one at the desk");
const phone = browser("the one on the phone", 8);

const knownOf = async (who: Person) => {
  const rows = await database()
    .selectFrom("known_browsers")
    .select("browser_digest")
    .where("user_id", "=", who.id)
    .execute();
  return rows.map(({ browser_digest }) => browser_digest);
};

const digestOf = ({ browserToken }: typeof desk) => browserDigests(browserToken)[0];

const newLoginLetters = async (who: Person) => {
  await deliverPost();
  return letters(who.email).filter(({ subject }) => subject.includes("New login")).length;
};

/** Somebody who has logged in at their desk, and then with their phone. */
async function inBoth() {
  at("2027-05-03T14:32:00.000Z");
  const who = await person(await organisation(), { authenticator: true });
  await logIn(who, desk);
  pass(minutes(1));
  const { actor } = await logIn(who, phone);
  return { who, actor: { ...actor, visitor: phone } };
}

test("logins from new browsers are told of ten times an hour, and each opens a session all the same", async () => {
  at("2027-05-03T14:32:00.000Z");
  const who = await person(await organisation({ switchedOn: false }));
  await logIn(who, desk);
  for (let count = 1; count <= 11; count += 1) {
    pass(minutes(1));
    await logIn(who, browser(`the borrowed one, number ${count}`));
  }
  expect(await newLoginLetters(who)).toBe(10);
  expect(await knownOf(who)).toHaveLength(12);
  pass(hours(1));
  await logIn(who, browser("the borrowed one, an hour later"));
  expect(await newLoginLetters(who)).toBe(11);
});

test.each([
  ["a change of method", (of: Awaited<ReturnType<typeof inBoth>>) => changeEmailMethod(of.actor, false)],
  ["ending all other sessions", (of: Awaited<ReturnType<typeof inBoth>>) => endOtherSessions(of.actor)],
])("after %s no browser is known but the present one", async (_, act) => {
  const both = await inBoth();
  expect(await knownOf(both.who)).toHaveLength(2);
  await act(both);
  expect(await knownOf(both.who)).toEqual([digestOf(phone)]);
});

test("after a reset by an administrator none is, and the next login is told of by mail wherever it is", async () => {
  const { who } = await inBoth();
  const of = { id: who.organisationId };
  const ada = await person(of, { role: "administrator", email: `ada-${of.id}@example.com` });
  await resetTwoFactor(await holder(ada, "users.reset-two-factor"), who.id, "A lost phone.");
  expect(await knownOf(who)).toEqual([]);
  const before = await newLoginLetters(who);
  pass(minutes(1));
  await database().updateTable("organisations").set({ two_factor_enabled: false }).execute();
  await logIn(who, desk);
  expect(await newLoginLetters(who)).toBe(before + 1);
});

describe("one's own browsers", () => {
  test("are listed by what they said of themselves, the one used last first, the present one marked", async () => {
    const { who, actor } = await inBoth();
    pass(days(2));
    await logIn(who, { ...desk, userAgent: "a newer desk" });
    expect(await listOwnBrowsers(actor)).toEqual([
      expect.objectContaining({ userAgent: "a newer desk", isThisOne: false }),
      expect.objectContaining({ userAgent: phone.userAgent, isThisOne: true }),
    ]);
  });

  test("are noted once a day, however often they are used: not every login writes", async () => {
    const { who, actor } = await inBoth();
    const notedAtDesk = async () => {
      await logIn(who, desk);
      return (await listOwnBrowsers(actor)).find(({ isThisOne }) => !isThisOne)?.lastSeenAt.toISOString();
    };
    pass(hours(23));
    expect(await notedAtDesk()).toBe("2027-05-03T14:32:00.000Z");
    pass(hours(1));
    expect(await notedAtDesk()).toBe("2027-05-04T14:33:00.000Z");
  });

  test("are new ones once they are forgotten", async () => {
    const { who, actor } = await inBoth();
    const atDesk = (await listOwnBrowsers(actor)).find(({ isThisOne }) => !isThisOne);
    const before = await newLoginLetters(who);
    expect(await forgetOwnBrowser(actor, String(atDesk?.id))).toEqual({ ok: true });
    expect(await knownOf(who)).toEqual([digestOf(phone)]);
    expect(await forgetOwnBrowser(actor, String(atDesk?.id))).toEqual({ ok: false, code: "not-found" });
    const recorded = database().selectFrom("audit_events").selectAll().where("target_id", "=", who.id);
    expect(await recorded.where("event", "=", "browser.forgotten").execute()).toHaveLength(1);
    pass(minutes(1));
    await logIn(who, desk);
    expect(await newLoginLetters(who)).toBe(before + 1);
  });

  test("are forgotten by nobody who was shut out of their session meanwhile", async () => {
    const { who, actor } = await inBoth();
    const [known] = await listOwnBrowsers(actor);
    pass(minutes(1));
    const { actor: elsewhere } = await logIn(who, desk);
    expect(await endOwnSession(elsewhere, actor.sessionId)).toEqual({ ok: true });
    expect(await forgetOwnBrowser(actor, String(known?.id))).toEqual({ ok: false, code: "session-ended" });
    expect(await knownOf(who)).toHaveLength(2);
  });

  test("are forgotten by nobody else", async () => {
    const [one, other] = [await inBoth(), await inBoth()];
    for (const { id } of await listOwnBrowsers(other.actor))
      expect(await forgetOwnBrowser(one.actor, id)).toEqual({ ok: false, code: "not-found" });
    expect(await knownOf(other.who)).toHaveLength(2);
  });
});

test("a browser that two instances have noted, of which one has restarted with another key, is known", async () => {
  const { who } = await inBoth();
  const other = {
    user_id: who.id,
    browser_digest: "other:digest",
    first_seen_at: now(),
    last_seen_at: now(),
  };
  await database().insertInto("known_browsers").values(other).execute();
  const digests = [String(digestOf(desk)), other.browser_digest];
  const gate = spendingGateBy(digests, () => []).gate;
  const { knownBrowser } = await findCredentialsAtGate(database(), { userId: who.id }, digests, gate);
  expect(digests).toContain(knownBrowser);
});

test("the first login ever is no news", async () => {
  const who = await person(await organisation(), { authenticator: true });
  await logIn(who, desk);
  expect(await newLoginLetters(who)).toBe(0);
});

describe("while strangers keep guessing, whoever has chosen a password by a mailed link gets in", () => {
  const chosen = "seven otters cross the river";

  const guess = (email: string, host: number) =>
    startLogin(
      { email, password: "not the right password" },
      { ...nothingBegun, visitor: visitorFrom(host) },
    );

  async function expectWayIn(who: Person, browserToken: string | null): Promise<void> {
    for (let host = 10; host < 25; host += 1) await guess(who.email, host);
    const logInFrom = (from: typeof visitor) =>
      startLogin({ email: who.email, password: chosen }, { ...nothingBegun, visitor: from });
    expect(await logInFrom(visitorFrom(30))).toMatchObject({ code: "too-many" });
    expect((await logInFrom({ ...visitorFrom(31), browserToken })).ok).toBe(true);
  }

  test("by a reset", async () => {
    const who = await person(await organisation());
    await sendPasswordReset({ userId: who.id });
    const reset = await resetPassword(tokenFor(who.email), chosen, visitor);
    if (!reset.ok) throw new Error(reset.code);
    await expectWayIn(who, reset.value.browserToken);
  });

  test("by an activation", async () => {
    const who = await person(await organisation(), { confirmed: false, withoutPassword: true });
    await sendActivation({ userId: who.id });
    const confirmed = await confirmEmail(tokenFor(who.email), chosen, visitor);
    if (!confirmed.ok) throw new Error(confirmed.code);
    await expectWayIn(who, confirmed.value.browserToken);
  });

  test("but a link that only confirms an address makes no browser known", async () => {
    const who = await person(await organisation(), { confirmed: false });
    await sendActivation({ userId: who.id });
    expect(await confirmEmail(tokenFor(who.email), null, visitor)).toMatchObject({
      ok: true,
      value: { browserToken: null },
    });
    expect(await knownOf(who)).toEqual([]);
  });
});

describe("a browser in which somebody else has logged in", () => {
  /** Two people, of whom one has logged in at the desk, and the other on the phone. */
  async function two() {
    const of = await organisation({ switchedOn: false });
    const [atDesk, onPhone] = [await person(of), await person(of)];
    await logIn(atDesk, desk);
    await logIn(onPhone, phone);
    return { atDesk, onPhone };
  }

  test("is a new one to a user, who is told of it", async () => {
    const { onPhone } = await two();
    expect(await newLoginLetters(onPhone)).toBe(0);
    await logIn(onPhone, desk);
    expect(await newLoginLetters(onPhone)).toBe(1);
  });

  test("guesses at a user's password together with all that are not known to them", async () => {
    const { onPhone } = await two();
    const guess = (from: typeof visitor, password = "not the right password") =>
      startLogin({ ...onPhone, password }, { ...nothingBegun, visitor: from });
    for (let time = 0; time < 5; time += 1) await guess(desk);
    expect(await guess(visitorFrom(30))).toMatchObject({ code: "too-many" });
    expect((await guess(phone, onPhone.password)).ok).toBe(true);
  });
});
