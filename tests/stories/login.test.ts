import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { minutes, seconds } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { logOut } from "@/lib/sessions/end-sessions";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import { changeEmailMethod } from "@/lib/two-factor/change-methods";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { renewRecoveryCodes, showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { at, pass } from "../support/clock";
import { codeFor, letters } from "../support/mailbox";
import {
  actorBehind,
  appCode,
  givePassword,
  isLive,
  logIn,
  nothingBegun,
  organisation,
  person,
  verifiedLogin,
  visitor,
  visitorFrom,
} from "../support/world";

const send = (token: string, resend = false) => issueChallenge(token, { resend, visitor });
const answerByMail = (token: string, code: string) => completeLogin(token, "email", code, visitor);
const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");

describe("the password", () => {
  test("opens nothing while a second step is due", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("opens the door where two-factor login is switched off", async () => {
    const { sessionToken } = await logIn(await person(await organisation({ switchedOn: false })));
    expect(await isLive(sessionToken)).toBe(true);
  });

  test("opens the door for a user with no usable method", async () => {
    const who = await person(await organisation(), { confirmed: false });
    expect(await isLive((await logIn(who)).sessionToken)).toBe(true);
  });

  test("is refused alike for a wrong one, an unknown address, a deactivated user and one without a password", async () => {
    const of = await organisation();
    const attempts = [
      { ...(await person(of)), password: "not the right password" },
      { email: "nobody@example.com", password: "not the right password" },
      await person(of, { deactivated: true }),
      await person(of, { withoutPassword: true }),
    ];
    for (const attempt of attempts) {
      const started = await startLogin(attempt, { ...nothingBegun, visitor });
      expect(started).toEqual({ ok: false, code: "wrong-credentials" });
    }
    expect(letters()).toEqual([]);
  });

  test("is found whatever the case of the address, and compared exactly as typed", async () => {
    const who = await person(await organisation(), { email: "Jane@Example.com" });
    await expect(givePassword({ ...who, email: "jane@EXAMPLE.com" })).resolves.toBeTypeOf("string");
    await expect(givePassword({ ...who, password: who.password.toUpperCase() })).rejects.toThrow();
  });
});

describe("a code by e-mail", () => {
  test("opens the door once", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await send(token);
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
    await send(token);
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

  test("is not said to live longer than its login", async () => {
    at("2027-05-03T14:32:00.000Z");
    const token = await givePassword(await person(await organisation()));
    pass(minutes(9));
    expect(await send(token, true)).toMatchObject({
      ok: true,
      value: { expiresAt: new Date("2027-05-03T14:42:00.000Z") },
    });
  });

  test("is not sent again while one holds, and is when asked for", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await send(token);
    const first = codeFor(who.email);
    await send(token);
    expect(letters(who.email)).toHaveLength(1);
    await send(token, true);
    expect(letters(who.email)).toHaveLength(2);
    const second = codeFor(who.email);
    if (first !== second)
      expect(await answerByMail(token, first)).toMatchObject({ code: "replaced", triesLeft: 4 });
    expect((await answerByMail(token, second)).ok).toBe(true);
  });

  test("costs a try each, five in all, and a new code never gives one back", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await send(token);
    const wrong = otherThan(codeFor(who.email));
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await answerByMail(token, wrong)).toMatchObject({ code: "wrong", triesLeft });
      if (triesLeft === 3) await send(token, true);
    }
    expect(await answerByMail(token, otherThan(codeFor(who.email)))).toEqual({
      ok: false,
      code: "no-tries-left",
    });
    expect(await answerByMail(token, codeFor(who.email))).toMatchObject({
      code: "not-open",
      state: "no-tries-left",
    });
    expect(await send(token, true)).toMatchObject({ code: "not-open", state: "no-tries-left" });
  });

  test("is sent five times for one login, and not a sixth", async () => {
    const token = await givePassword(await person(await organisation()));
    for (let sent = 2; sent <= 5; sent += 1) expect((await send(token, true)).ok).toBe(true);
    expect(await send(token, true)).toEqual({ ok: false, code: "no-sends-left" });
  });

  test("of one user is nothing in another one's login", async () => {
    const of = await organisation();
    const [jane, john] = [await person(of), await person(of, { email: "john@example.com" })];
    const [janes, johns] = [await givePassword(jane), await givePassword(john)];
    await send(janes);
    await send(johns);
    if (codeFor(jane.email) === codeFor(john.email)) return;
    expect(await answerByMail(janes, codeFor(john.email))).toMatchObject({ code: "wrong" });
  });

  test("is stored as a digest, and stands in no column of the database", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await send(token);
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

describe("an authenticator code", () => {
  test("opens the door once: its step is never accepted again, in no other login either", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    const code = appCode(who);
    expect((await completeLogin(await givePassword(who), "authenticator", code, visitor)).ok).toBe(true);
    const again = await completeLogin(await givePassword(who), "authenticator", code, visitor);
    expect(again).toMatchObject({ code: "used-already" });
  });

  test("makes earlier steps worthless, and leaves the next one", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    const token = await givePassword(who);
    expect((await completeLogin(token, "authenticator", appCode(who), visitor)).ok).toBe(true);
    const next = await givePassword(who);
    expect(await completeLogin(next, "authenticator", appCode(who, -1), visitor)).toMatchObject({
      code: "used-already",
    });
    expect((await completeLogin(next, "authenticator", appCode(who, 1), visitor)).ok).toBe(true);
  });

  test("is refused when the organisation has taken the method away meanwhile", async () => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    const token = await givePassword(who);
    await database()
      .updateTable("organisations")
      .set({ allowed_methods: ["email"] })
      .where("id", "=", of.id)
      .execute();
    expect(await completeLogin(token, "authenticator", appCode(who), visitor)).toEqual({
      ok: false,
      code: "method-not-usable",
    });
  });

  test("after a hundred wrong ones in a row is off; a recovery code is what is left, never the password alone", async () => {
    const who = await person(await organisation(), { authenticator: true, confirmed: false });
    await database().updateTable("authenticators").set({ failures_in_a_row: 99 }).execute();
    const token = await givePassword(who);
    expect(await completeLogin(token, "authenticator", otherThan(appCode(who)), visitor)).toMatchObject({
      ok: false,
    });
    expect(await completeLogin(token, "authenticator", appCode(who), visitor)).toMatchObject({
      code: "method-not-usable",
    });
    const next = await givePassword(who);
    expect(await redeemLogin(next, visitor)).toMatchObject({ ok: false });
    expect(await completeLogin(next, "recovery-code", "0000-0000-0000-0000", visitor)).toMatchObject({
      code: "wrong",
    });
  });

  test.each([2, 3, 4])("%i steps ahead is refused, now and when its step has come", async (stepsAhead) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    const token = await givePassword(who);
    const early = appCode(who, stepsAhead);
    expect(await completeLogin(token, "authenticator", early, visitor)).toMatchObject({
      code: "clock-off",
    });
    pass(seconds(30 * (stepsAhead - 1)));
    expect(await completeLogin(token, "authenticator", early, visitor)).toMatchObject({
      code: "used-already",
    });
    pass(seconds(30));
    expect(await completeLogin(token, "authenticator", early, visitor)).toMatchObject({
      code: "used-already",
    });
    // Its owner's next code is good again: nobody waits longer than the clock was off.
    expect((await completeLogin(token, "authenticator", appCode(who, 1), visitor)).ok).toBe(true);
  });

  test("of a clock that is behind burns no step of today", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    const token = await givePassword(who);
    expect(await completeLogin(token, "authenticator", appCode(who, -2), visitor)).toMatchObject({
      code: "clock-off",
    });
    expect((await completeLogin(token, "authenticator", appCode(who, -1), visitor)).ok).toBe(true);
  });

  test.each([-4, 4])("%i steps off counts as wrong, and the hundredth in a row is the last", async (off) => {
    const who = await person(await organisation(), { authenticator: true });
    await database().updateTable("authenticators").set({ failures_in_a_row: 99 }).execute();
    const token = await givePassword(who);
    expect(await completeLogin(token, "authenticator", appCode(who, off), visitor)).toMatchObject({
      code: "clock-off",
    });
    expect(await completeLogin(token, "authenticator", appCode(who), visitor)).toMatchObject({
      code: "method-not-usable",
    });
  });

  test("guessed into its lock brings back no e-mail that its owner has turned off: a recovery code is what is left", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const { actor } = await logIn(who);
    await renewRecoveryCodes(actor);
    const [recoveryCode = ""] = (await showRecoveryCodes(actor)) ?? [];
    await changeEmailMethod(actor, false);
    await database().updateTable("authenticators").set({ failures_in_a_row: 99 }).execute();
    const token = await givePassword(who);
    await completeLogin(token, "authenticator", otherThan(appCode(who)), visitor);
    expect(await describePendingLogin(token)).toMatchObject({ methods: [], takesRecoveryCodes: true });
    expect(await issueChallenge(token, { resend: false, visitor })).toMatchObject({
      code: "method-not-usable",
    });

    const next = await startLogin(who, { ...nothingBegun, visitor });
    expect(next).toMatchObject({ value: { proofs: ["recovery-code"], firstCode: null } });
    expect(letters(who.email)).toEqual([]);
    expect((await completeLogin(token, "recovery-code", recoveryCode, visitor)).ok).toBe(true);
  });
});

describe("a pending login", () => {
  test.each([
    [minutes(10) - 1, "open"],
    [minutes(10), "timed-out"],
  ])("after %i ms is %s", async (milliseconds, state) => {
    at("2027-05-03T14:32:00.000Z");
    const token = await givePassword(await person(await organisation()));
    pass(milliseconds as ReturnType<typeof minutes>);
    expect((await describePendingLogin(token))?.state).toBe(state);
  });

  test("is gone on with by a second tab, whose tries and code it shares", async () => {
    const who = await person(await organisation());
    const first = await givePassword(who);
    await send(first);
    expect(await givePassword(who, first)).toBe(first);
    await send(first);
    expect(letters(who.email)).toHaveLength(1);
  });

  test.each([
    [minutes(7) - 1, true],
    [minutes(7), false],
  ])("after %i ms has enough of its life left to be gone on with: %s", async (milliseconds, goesOn) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    const first = await givePassword(who);
    pass(milliseconds as ReturnType<typeof minutes>);
    expect((await givePassword(who, first)) === first).toBe(goesOn);
  });

  test("of one user is not gone on with by another", async () => {
    const of = await organisation();
    const [jane, john] = [await person(of), await person(of)];
    const first = await givePassword(jane);
    expect(await givePassword(john, first)).not.toBe(first);
  });

  test("that was cancelled takes no code and opens nothing", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await send(token);
    await cancelPendingLogin(token, visitor);
    expect(await answerByMail(token, codeFor(who.email))).toMatchObject({
      code: "not-open",
      state: "cancelled",
    });
  });

  test("of a user who was deactivated meanwhile opens nothing, even when it was verified", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const token = await verifiedLogin(who);
    await database().updateTable("users").set({ status: "deactivated" }).where("id", "=", who.id).execute();
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("tells a page the address in a masked form only", async () => {
    const who = await person(await organisation(), { email: "jane@example.com" });
    const described = await describePendingLogin(await givePassword(who));
    expect(described?.maskedEmail).toBe("j•••@example.com");
    expect(JSON.stringify(described)).not.toContain("jane@example.com");
  });
});

describe("a login and a step-up of one user are nothing to each other:", () => {
  /** Somebody who is inside, and in the midst of both. */
  async function inBoth() {
    const who = await person(await organisation(), { authenticator: true });
    const { sessionToken, actor } = await logIn(who);
    const started = await startStepUp(actor, who.password, nothingBegun);
    if (!started.ok) throw new Error("The step-up was refused");
    return { who, sessionToken, actor, login: await givePassword(who), stepUp: started.value.token };
  }

  test("the code of one is wrong in the other", async () => {
    const { who, login, stepUp } = await inBoth();
    await send(login);
    const ofLogin = codeFor(who.email);
    await send(stepUp);
    const ofStepUp = codeFor(who.email);
    if (ofLogin === ofStepUp) return;
    expect(await answerByMail(login, ofStepUp)).toMatchObject({ code: "wrong" });
    expect(await answerByMail(stepUp, ofLogin)).toMatchObject({ code: "wrong" });
    expect(await answerByMail(login, ofLogin)).toMatchObject({ ok: true });
    expect(await answerByMail(stepUp, ofStepUp)).toMatchObject({ ok: true });
  });

  test("the token of a step-up is not gone on with by a login", async () => {
    const { who, stepUp } = await inBoth();
    expect(await givePassword(who, stepUp)).not.toBe(stepUp);
  });

  test("a step-up is gone on with by a second tab of its session, and in no other", async () => {
    const { who, actor, login, stepUp } = await inBoth();
    const stepUpBeside = async (presentToken: string, by = actor) => {
      const started = await startStepUp(by, who.password, { presentToken, returnTo: "/" });
      return started.ok && started.value.token;
    };
    expect(await stepUpBeside(stepUp)).toBe(stepUp);
    expect(await stepUpBeside(login)).not.toBe(login);
    expect(await stepUpBeside(stepUp, { ...actor, sessionId: randomId() })).not.toBe(stepUp);
  });

  test("the token of a login renews no session, and proves nothing in it", async () => {
    const { who, sessionToken, login, stepUp } = await inBoth();
    const { provedAt } = await actorBehind(sessionToken);
    await send(login);
    await answerByMail(login, codeFor(who.email));
    expect((await redeemLogin(login, visitor)).ok).toBe(true);
    expect((await actorBehind(sessionToken)).provedAt).toEqual(provedAt);
    // The step-up was not proven by that.
    expect(await redeemLogin(stepUp, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });
});

describe("a session", () => {
  test.each([
    ["administrator", minutes(15) - 1, true],
    ["administrator", minutes(15), false],
    ["member", minutes(30) - 1, true],
    ["member", minutes(30), false],
  ] as const)("of a %s left alone for %i ms is live: %s", async (role, milliseconds, live) => {
    at("2027-05-03T08:00:00.000Z");
    const { sessionToken } = await logIn(await person(await organisation({ switchedOn: false }), { role }));
    pass(milliseconds as ReturnType<typeof minutes>);
    expect(await isLive(sessionToken)).toBe(live);
    // What was idle once is not revived by having been asked for.
    expect(await isLive(sessionToken)).toBe(live);
  });

  test("that is used all day ends after 12 hours", async () => {
    at("2027-05-03T08:00:00.000Z");
    const { sessionToken } = await logIn(await person(await organisation({ switchedOn: false })));
    for (let quarters = 1; quarters < 48; quarters += 1) {
      pass(minutes(15));
      expect(await isLive(sessionToken)).toBe(true);
    }
    pass((minutes(15) - 1) as ReturnType<typeof minutes>);
    expect(await isLive(sessionToken)).toBe(true);
    pass(1 as ReturnType<typeof minutes>);
    expect(await isLive(sessionToken)).toBe(false);
  });

  test("ends at the next request when its user is deactivated", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const { sessionToken } = await logIn(who);
    await database().updateTable("users").set({ status: "deactivated" }).where("id", "=", who.id).execute();
    expect(await isLive(sessionToken)).toBe(false);
  });

  test.each([
    [seconds(10) - 1, true],
    [seconds(10), false],
  ])("that is asked for again by its login %i ms later is the same: %s", async (later, same) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation({ switchedOn: false }));
    const token = await givePassword(who);
    const first = await redeemLogin(token, visitor);
    pass(later as ReturnType<typeof seconds>);
    const again = await redeemLogin(token, visitor);
    expect(again).toEqual(same ? first : { ok: false, code: "nothing-to-redeem" });
    expect(await database().selectFrom("sessions").selectAll().execute()).toHaveLength(1);
  });

  test("that has ended is not had again by its login", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const token = await givePassword(who);
    const opened = await redeemLogin(token, visitor);
    if (!opened.ok) throw new Error("The login was not redeemed");
    await logOut(await actorBehind(opened.value.sessionToken));
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("is renewed under a new token by a step-up, and the old token dies", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const { sessionToken, actor } = await logIn(who);
    const started = await startStepUp(actor, who.password, nothingBegun);
    if (!started.ok) throw new Error("The step-up was refused");
    const redeemed = await redeemLogin(started.value.token, visitor);
    if (!redeemed.ok) throw new Error("The step-up was not redeemed");
    expect(redeemed.value.sessionToken).not.toBe(sessionToken);
    expect(await isLive(sessionToken)).toBe(false);
    expect((await actorBehind(redeemed.value.sessionToken)).userId).toBe(who.id);
  });
});
