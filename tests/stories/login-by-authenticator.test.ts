/** The second step by a code of the app: its steps are used up, and guessing turns it off. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { seconds } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { changeEmailMethod } from "@/lib/two-factor/change-methods";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { renewRecoveryCodes, showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { at, pass } from "../support/clock";
import { otherThan } from "../support/codes";
import { letters } from "../support/mailbox";
import { appCode, givePassword, logIn, nothingBegun, organisation, person, visitor } from "../support/world";

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

  test("that was used is not good again after a wrong one, and counts as no wrong one itself", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    const used = appCode(who);
    expect((await completeLogin(await givePassword(who), "authenticator", used, visitor)).ok).toBe(true);
    const token = await givePassword(who);
    const answer = (code: string) => completeLogin(token, "authenticator", code, visitor);
    expect(await answer(otherThan(used))).toMatchObject({ code: "wrong" });
    expect(await answer(used)).toMatchObject({ code: "used-already" });
    await database().updateTable("authenticators").set({ failures_in_a_row: 99 }).execute();
    expect(await answer(used)).toMatchObject({ code: "used-already" });
    expect((await answer(appCode(who, 1))).ok).toBe(true);
  });

  test("is refused when the organisation has taken the method away meanwhile, and the audit log says so", async () => {
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
    const refusals = database()
      .selectFrom("audit_events")
      .select(["target_id", "method", "reason"])
      .where("event", "=", "second-step.refused");
    expect(await refusals.execute()).toEqual([
      { target_id: who.id, method: "authenticator", reason: "method-not-usable" },
    ]);
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

  test("that is right ends the row of wrong ones", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { authenticator: true });
    await database().updateTable("authenticators").set({ failures_in_a_row: 99 }).execute();
    expect((await completeLogin(await givePassword(who), "authenticator", appCode(who), visitor)).ok).toBe(
      true,
    );
    const token = await givePassword(who);
    const answer = (code: string) => completeLogin(token, "authenticator", code, visitor);
    expect(await answer(otherThan(appCode(who)))).toMatchObject({ code: "wrong" });
    expect((await answer(appCode(who, 1))).ok).toBe(true);
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
    expect(await describePendingLogin(token)).toMatchObject({
      state: "open",
      methods: [],
      takesRecoveryCodes: true,
    });
    expect(await issueChallenge(token, { resend: false, visitor })).toMatchObject({
      code: "method-not-usable",
    });

    const next = await startLogin(who, { ...nothingBegun, visitor });
    expect(next).toMatchObject({ value: { proofs: ["recovery-code"], firstCode: null } });
    expect(letters(who.email)).toEqual([]);
    expect((await completeLogin(token, "recovery-code", recoveryCode, visitor)).ok).toBe(true);
  });
});
