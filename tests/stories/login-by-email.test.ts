/** The second step by a code that is mailed. */
import type { Updateable } from "kysely";
import { describe, expect, test } from "vitest";
import { limitsOfCodesTo, limitsOfSecondStepOf } from "@/lib/accounts/door-limits";
import { refusedUnseen } from "@/lib/accounts/refused-unseen";
import { database } from "@/lib/database/connection";
import type { Schema } from "@/lib/database/schema";
import { minutes, seconds } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { spendingGateBehind } from "@/lib/throttle/spend-limits";
import { replaceChallenge } from "@/lib/two-factor/challenge-queries";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { findPendingLogin } from "@/lib/two-factor/pending-login-in-full-queries";
import { undeliveredCode } from "@/lib/two-factor/record-second-step";
import { at, pass } from "../support/clock";
import { answerByMail, otherThan, sendCode } from "../support/codes";
import { codeFor, letters, letterTo } from "../support/mailbox";
import { givePassword, nothingBegun, organisation, person, visitor, visitorFrom } from "../support/world";

describe("a code by e-mail", () => {
  test("opens the door once", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await sendCode(token);
    const code = codeFor(who.email);
    expect(await answerByMail(token, code)).toMatchObject({ ok: true });
    expect((await redeemLogin(token, visitor)).ok).toBe(true);
    expect(await answerByMail(token, code)).toMatchObject({ code: "not-open", state: "redeemed" });
  });

  test.each([
    [seconds(90) - 1, true],
    [seconds(90), false],
  ])("after %i ms from sending is taken: %s", async (milliseconds, taken) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    const token = await givePassword(who);
    await sendCode(token);
    pass(milliseconds as ReturnType<typeof seconds>);
    const answered = await answerByMail(token, codeFor(who.email));
    expect(answered.ok).toBe(taken);
    if (!answered.ok) expect(answered.code).toBe("run-out");
  });

  test("is sent with the right password where it is the only method, and waits for Continue where it is not", async () => {
    const of = await organisation();
    const [jane, john] = [
      await person(of),
      await person(of, { email: "j@example.com", authenticator: true }),
    ];
    const browser = { ...nothingBegun, visitor };
    const [janes, johns] = [await startLogin(jane, browser), await startLogin(john, browser)];
    if (!janes.ok || !johns.ok) throw new Error("A password was not taken");
    expect([janes.value.firstCode?.ok, johns.value.firstCode]).toEqual([true, null]);
    expect(letters().map(({ to }) => to)).toEqual([jane.email]);
    expect((await answerByMail(janes.value.token, codeFor(jane.email))).ok).toBe(true);
  });

  test("is not sent with the password any more when the account has had its share of mail; the login waits", async () => {
    const who = await person(await organisation());
    for (let sent = 1; sent <= 10; sent += 1) await givePassword(who, null, visitorFrom(sent));
    const started = await startLogin(who, { ...nothingBegun, visitor });
    if (!started.ok) throw new Error("The password was not taken");
    expect(started.value.firstCode).toMatchObject({ code: "too-many" });
    expect(letters(who.email)).toHaveLength(10);
    const events = await database()
      .selectFrom("audit_events")
      .select(["event", "reason"])
      .orderBy("id")
      .execute();
    expect(events.slice(-2)).toEqual([
      { event: "password.accepted", reason: null },
      { event: "code.undelivered", reason: "too-many" },
    ]);
    pass(minutes(60));
    const next = await givePassword(who);
    expect((await answerByMail(next, codeFor(who.email))).ok).toBe(true);
  });

  test("is written in the language of the browser that asks for it, until its reader or their organisation has wished one", async () => {
    const who = await person(await organisation());
    const german = { ...nothingBegun, visitor: { ...visitor, acceptLanguage: "de-AT,de;q=0.9,en;q=0.8" } };
    const started = await startLogin(who, german);
    if (!started.ok) throw new Error("The password was not taken");
    expect(letterTo(who.email).html).toContain('lang="de"');
    await database().updateTable("users").set({ language: "nl" }).where("id", "=", who.id).execute();
    await issueChallenge(started.value.token, { resend: true, ...german });
    expect(letterTo(who.email).html).toContain('lang="nl"');
  });

  test("is not said to live longer than its login", async () => {
    at("2027-05-03T14:32:00.000Z");
    const token = await givePassword(await person(await organisation()));
    pass(minutes(9));
    expect(await sendCode(token, true)).toMatchObject({
      ok: true,
      value: { expiresAt: new Date("2027-05-03T14:42:00.000Z") },
    });
  });

  test("is not sent again while one holds, and is when asked for", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await sendCode(token);
    const first = codeFor(who.email);
    await sendCode(token);
    expect(letters(who.email)).toHaveLength(1);
    await sendCode(token, true);
    expect(letters(who.email)).toHaveLength(2);
    const second = codeFor(who.email);
    if (first !== second)
      expect(await answerByMail(token, first)).toMatchObject({ code: "replaced", triesLeft: 4 });
    expect((await answerByMail(token, second)).ok).toBe(true);
  });

  test("costs a try each, five in all, and a new code never gives one back", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await sendCode(token);
    const wrong = otherThan(codeFor(who.email));
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await answerByMail(token, wrong)).toMatchObject({ code: "wrong", triesLeft });
      if (triesLeft === 3) await sendCode(token, true);
    }
    expect(await answerByMail(token, otherThan(codeFor(who.email)))).toEqual({
      ok: false,
      code: "no-tries-left",
    });
    expect(await answerByMail(token, codeFor(who.email))).toMatchObject({
      code: "not-open",
      state: "no-tries-left",
    });
    expect(await sendCode(token, true)).toMatchObject({ code: "not-open", state: "no-tries-left" });
  });

  test("is sent five times for one login, and not a sixth", async () => {
    const token = await givePassword(await person(await organisation()));
    for (let sent = 2; sent <= 5; sent += 1) expect((await sendCode(token, true)).ok).toBe(true);
    expect(await sendCode(token, true)).toEqual({ ok: false, code: "no-sends-left" });
  });

  test("of one user is nothing in another one's login", async () => {
    const of = await organisation();
    const [jane, john] = [await person(of), await person(of, { email: "john@example.com" })];
    const [janes, johns] = [await givePassword(jane), await givePassword(john)];
    await sendCode(janes);
    await sendCode(johns);
    if (codeFor(jane.email) === codeFor(john.email)) return;
    expect(await answerByMail(janes, codeFor(john.email))).toMatchObject({ code: "wrong" });
  });

  const meanwhile = {
    sentAt: new Date("2027-05-03T14:35:00.000Z"),
    expiresAt: new Date("2027-05-03T14:36:30.000Z"),
  };

  test.each<[string, number, Updateable<Schema["pending_logins"]>]>([
    ["has sent another one", 4, { sends_left: 3 }],
    ["has no sending left", 0, { sends_left: 0 }],
    ["was verified", 4, { verified_at: meanwhile.sentAt }],
    ["was cancelled", 4, { cancelled_at: meanwhile.sentAt }],
    ["has run out", 4, { expires_at: meanwhile.sentAt }],
  ])(
    "is not replaced by a press that was overtaken, when its login %s: nothing is taken or counted",
    async (_, sendsLeft, change) => {
      at("2027-05-03T14:32:00.000Z");
      const who = await person(await organisation());
      const token = await givePassword(who);
      const read = await findPendingLogin(database(), token);
      if (!read) throw new Error("The login is not there");
      await database().updateTable("pending_logins").set(change).execute();
      const state = async () => [
        await database().selectFrom("pending_logins").selectAll().execute(),
        await database().selectFrom("challenges").selectAll().execute(),
        await database().selectFrom("throttles").selectAll().orderBy("key").execute(),
      ];
      const before = await state();
      const challenge = { id: randomId(), codeDigest: "of another code", ...meanwhile };
      const gate = await spendingGateBehind(limitsOfSecondStepOf(who.id), limitsOfCodesTo(who.id));
      const ifClosed = await refusedUnseen(undeliveredCode(read, "too-many", visitor), gate, visitor);
      const of = { id: read.id, sendsLeft };
      expect(await replaceChallenge(database(), of, challenge, gate, ifClosed)).toEqual({ is: "changed" });
      expect(await state()).toEqual(before);
    },
  );

  test("is stored as a digest, and stands in no column of the database", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await sendCode(token);
    await answerByMail(token, otherThan(codeFor(who.email)));
    const stored = JSON.stringify([
      await database().selectFrom("challenges").selectAll().execute(),
      await database().selectFrom("pending_logins").selectAll().execute(),
      await database().selectFrom("audit_events").selectAll().execute(),
    ]);
    // As a word: six digits in a row can be part of an id.
    expect(stored).not.toMatch(new RegExp(`\\b${codeFor(who.email)}\\b`));
    expect(stored).not.toContain(token);
  });
});
