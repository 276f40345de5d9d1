/** Between the password and the session: how long it lasts, whom it belongs to, and what ends it. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { isAny } from "@/lib/database/prepared";
import { milliseconds, minutes } from "@/lib/kernel/duration";
import { randomId } from "@/lib/kernel/random";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { tokenDigests } from "@/lib/two-factor/pending-login-token";
import { at, pass } from "../support/clock";
import { answerByMail, otherThan, sendCode } from "../support/codes";
import { codeFor, letters } from "../support/mailbox";
import {
  actorBehind,
  appCode,
  givePassword,
  logIn,
  loginBehind,
  nothingBegun,
  organisation,
  type Person,
  person,
  verifiedLogin,
  visitor,
} from "../support/world";

/** Gives the password of `who` in a browser with `token`: the token that leads to, and whether the same login goes on. */
async function givenAgain(who: Person, token: string) {
  const before = await loginBehind(token);
  const next = await givePassword(who, token);
  return { token: next, goesOn: (await loginBehind(next)) === before };
}

describe("a pending login", () => {
  test.each([
    [minutes(10) - 1, "open"],
    [minutes(10), "timed-out"],
  ])("after %i ms is %s", async (age, state) => {
    at("2027-05-03T14:32:00.000Z");
    const token = await givePassword(await person(await organisation()));
    pass(milliseconds(age));
    expect((await describePendingLogin(token))?.state).toBe(state);
  });

  test("is gone on with by a second tab, whose tries and code it shares", async () => {
    const who = await person(await organisation());
    const first = await givePassword(who);
    await sendCode(first);
    const again = await givenAgain(who, first);
    expect(again.goesOn).toBe(true);
    await sendCode(again.token);
    expect(letters(who.email)).toHaveLength(1);
  });

  test("that is gone on with answers no more to the token from before the password, and opens nothing by it", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const known = await givePassword(who);
    const { token } = await givenAgain(who, known);
    expect(token).not.toBe(known);
    expect(await describePendingLogin(known)).toBeUndefined();
    expect((await completeLogin(token, "authenticator", appCode(who), visitor)).ok).toBe(true);
    expect(await redeemLogin(known, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("that is gone on with is as good as a new one to the audit log: each right password is in it", async () => {
    const who = await person(await organisation(), { authenticator: true });
    expect((await givenAgain(who, await givePassword(who))).goesOn).toBe(true);
    const accepted = await database()
      .selectFrom("audit_events")
      .select(["actor_id", "target_id"])
      .where("event", "=", "password.accepted")
      .execute();
    expect(accepted).toEqual(Array(2).fill({ actor_id: who.id, target_id: who.id }));
  });

  test.each([
    [minutes(7) - 1, true],
    [minutes(7), false],
  ])("after %i ms has enough of its life left to be gone on with: %s", async (age, goesOn) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    const first = await givePassword(who);
    pass(milliseconds(age));
    expect((await givenAgain(who, first)).goesOn).toBe(goesOn);
  });

  test("that has no tries left, was cancelled, or is proven already, is not gone on with: the password opens another one", async () => {
    const of = await organisation();
    const [jane, john, jill] = [
      await person(of),
      await person(of, { authenticator: true }),
      await person(of, { authenticator: true }),
    ];
    const cancelled = await givePassword(jill);
    await cancelPendingLogin(cancelled, visitor);
    const spent = await givePassword(jane);
    for (let attempt = 0; attempt < 5; attempt += 1)
      await answerByMail(spent, otherThan(codeFor(jane.email)));
    const proven = await verifiedLogin(john);
    for (const [who, token, state] of [
      [jane, spent, "no-tries-left"],
      [john, proven, "verified"],
      [jill, cancelled, "cancelled"],
    ] as const) {
      expect((await describePendingLogin(token))?.state).toBe(state);
      expect((await givenAgain(who, token)).goesOn).toBe(false);
    }
  });

  test("of one user is not gone on with by another", async () => {
    const of = await organisation();
    const [jane, john] = [await person(of), await person(of)];
    const first = await givePassword(jane);
    expect((await givenAgain(john, first)).goesOn).toBe(false);
    expect(await loginBehind(first)).toBeDefined();
  });

  test("that was cancelled takes no code and opens nothing", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    await sendCode(token);
    await cancelPendingLogin(token, visitor);
    expect(await answerByMail(token, codeFor(who.email))).toMatchObject({
      code: "not-open",
      state: "cancelled",
    });
  });

  test("that was verified may be redeemed for as long as it lives, and no longer", async () => {
    at("2027-05-03T14:32:00.000Z");
    const of = await organisation();
    const [inTime, late] = [
      await verifiedLogin(await person(of, { authenticator: true })),
      await verifiedLogin(await person(of, { authenticator: true })),
    ];
    pass(milliseconds(minutes(10) - 1));
    expect((await redeemLogin(inTime, visitor)).ok).toBe(true);
    pass(milliseconds(1));
    expect(await redeemLogin(late, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("that was redeemed is not cancelled by a page left open, and no event says so", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const token = await verifiedLogin(who);
    expect((await redeemLogin(token, visitor)).ok).toBe(true);
    await cancelPendingLogin(token, visitor);
    const cancelled = database().selectFrom("audit_events").where("event", "=", "login.cancelled");
    expect(await cancelled.select("id").execute()).toEqual([]);
  });

  test("of a user who was deactivated meanwhile opens nothing, even when it was verified", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const token = await verifiedLogin(who);
    await database().updateTable("users").set({ status: "deactivated" }).where("id", "=", who.id).execute();
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test.each([
    ["its one method is not allowed any more", { allowed_methods: ["authenticator" as const] }],
    ["the second step is switched off", { two_factor_enabled: false }],
  ])("is of no use once %s, unless it was verified before", async (_, change) => {
    const of = await organisation();
    const [open, verified] = [await givePassword(await person(of)), await givePassword(await person(of))];
    await database()
      .updateTable("pending_logins")
      .set({ verified_by: "email", verified_at: new Date() })
      .where(isAny("token_digest", tokenDigests(verified)))
      .execute();
    await database().updateTable("organisations").set(change).where("id", "=", of.id).execute();
    expect((await describePendingLogin(open))?.state).toBe("methods-changed");
    expect((await describePendingLogin(verified))?.state).toBe("verified");
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
    await sendCode(login);
    const ofLogin = codeFor(who.email);
    await sendCode(stepUp);
    const ofStepUp = codeFor(who.email);
    if (ofLogin === ofStepUp) return;
    expect(await answerByMail(login, ofStepUp)).toMatchObject({ code: "wrong" });
    expect(await answerByMail(stepUp, ofLogin)).toMatchObject({ code: "wrong" });
    expect(await answerByMail(login, ofLogin)).toMatchObject({ ok: true });
    expect(await answerByMail(stepUp, ofStepUp)).toMatchObject({ ok: true });
  });

  test("the token of a step-up is not gone on with by a login", async () => {
    const { who, stepUp } = await inBoth();
    expect((await givenAgain(who, stepUp)).goesOn).toBe(false);
  });

  test("a step-up is gone on with by a second tab of its session, and in no other", async () => {
    const { who, actor, login, stepUp } = await inBoth();
    const stepUpBeside = async (presentToken: string, by = actor) => {
      const before = await loginBehind(presentToken);
      const started = await startStepUp(by, who.password, { presentToken, returnTo: "/" });
      return started.ok && (await loginBehind(started.value.token)) === before;
    };
    expect(await stepUpBeside(login)).toBe(false);
    expect(await stepUpBeside(stepUp, { ...actor, sessionId: randomId() })).toBe(false);
    expect(await stepUpBeside(stepUp)).toBe(true);
  });

  test("the token of a login renews no session, and proves nothing in it", async () => {
    const { who, sessionToken, login, stepUp } = await inBoth();
    const { provedAt } = await actorBehind(sessionToken);
    await sendCode(login);
    await answerByMail(login, codeFor(who.email));
    expect((await redeemLogin(login, visitor)).ok).toBe(true);
    expect((await actorBehind(sessionToken)).provedAt).toEqual(provedAt);
    // The step-up was not proven by that.
    expect(await redeemLogin(stepUp, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });
});
