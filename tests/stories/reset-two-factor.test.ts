import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { minutes } from "@/lib/kernel/duration";
import { redeemLogin } from "@/lib/login/redeem-login";
import { findUserToReset, resetTwoFactor } from "@/lib/organisations/reset-two-factor";
import { logOut } from "@/lib/sessions/end-sessions";
import { beginEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { changeEmailMethod, changePreferredMethod } from "@/lib/two-factor/change-methods";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { renewRecoveryCodes, showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { at, pass } from "../support/clock";
import { letters, letterTo } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { holder, holding, logInByPassword } from "../support/staff";
import {
  givePassword,
  isLive,
  logIn,
  organisation,
  type Person,
  person,
  verifiedLogin,
  visitor,
} from "../support/world";

const reason = "Called back on the number from the staff list";
const done = { ok: true, value: "two-factor-reset" };

async function administrator(of: { id: string }) {
  const who = await person(of, {
    role: "administrator",
    name: "Ada Archer",
    email: `ada-${of.id}@example.com`,
    authenticator: true,
  });
  return holding((await logIn(who)).actor, "users.reset-two-factor");
}

/** What there may be to reset, each alone. */
const anew: Record<string, (who: Person) => Promise<unknown>> = {
  "a login under way": (who) => givePassword(who),
  "a session": logInByPassword,
  "a browser that was logged in": async (who) => logOut((await logInByPassword(who)).actor),
  "an authenticator": (who) =>
    database()
      .insertInto("authenticators")
      .values({ user_id: who.id, secret_sealed: "sealed", enabled_at: new Date(), last_step: 0 })
      .execute(),
  "codes by e-mail that are off": (who) =>
    database().updateTable("users").set({ email_method_enabled: false }).where("id", "=", who.id).execute(),
};

describe("a reset of two-factor login", () => {
  test("removes authenticator, recovery codes and a running enrolment, and turns codes by e-mail on", async () => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    const { actor } = await logIn(who);
    await renewRecoveryCodes(actor);
    // While there are two to choose from: of a single one it would be refused.
    expect(await changePreferredMethod(actor, "authenticator")).toMatchObject({ ok: true });
    expect(await changeEmailMethod(actor, false)).toMatchObject({ ok: true });
    await beginEnrolment(actor);
    expect(await resetTwoFactor(await administrator(of), who.id, reason)).toEqual(done);
    expect(await describeMethods(actor.userId)).toMatchObject({
      authenticatorOn: false,
      emailMethodEnabled: true,
      recoveryCodesLeft: 0,
      preferredMethod: null,
    });
    expect(await showEnrolment(actor)).toBeUndefined();
    expect(await showRecoveryCodes(actor)).toBeUndefined();
  });

  test("ends every session, and the next login goes by e-mail", async () => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    const { sessionToken } = await logIn(who);
    await resetTwoFactor(await administrator(of), who.id, reason);
    expect(await isLive(sessionToken)).toBe(false);
    const pending = await describePendingLogin(await givePassword(who));
    expect(pending?.methods).toEqual(["email"]);
  });

  test("ends a login that was proven by the authenticator and waited for the reset", async () => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    const token = await verifiedLogin(who);
    await resetTwoFactor(await administrator(of), who.id, reason);
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("is told by mail with the administrator's name and without their browser", async () => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    await resetTwoFactor(await administrator(of), who.id, reason);
    await deliverPost();
    const { subject, text } = letterTo(who.email);
    expect(subject).toContain("was reset");
    expect(text).toContain("Ada Archer");
    expect(text).not.toContain(String(visitor.address));
    expect(text).not.toContain(reason);
  });

  test.each(Object.entries(anew))(
    "finds %s, and the second time nothing, of which nobody is told",
    async (_, begin) => {
      const of = await organisation();
      const [by, who] = [await administrator(of), await person(of)];
      await begin(who);
      expect(await resetTwoFactor(by, who.id, reason)).toEqual(done);
      expect(await resetTwoFactor(by, who.id, reason)).toEqual({ ok: true, value: "nothing-to-reset" });
      await deliverPost();
      expect(letters(who.email).filter(({ subject }) => subject.includes("was reset"))).toHaveLength(1);
      const resets = database()
        .selectFrom("audit_events")
        .where("event", "=", "two-factor.reset")
        .selectAll();
      expect(await resets.execute()).toHaveLength(1);
    },
  );

  test("finds nothing in logins that have come to their end, redeemed or timed out", async () => {
    at("2027-05-03T14:32:00.000Z");
    const of = await organisation();
    const who = await person(of);
    await givePassword(who);
    pass(minutes(10));
    await logOut((await logInByPassword(who)).actor);
    await database().deleteFrom("known_browsers").where("user_id", "=", who.id).execute();
    expect(await resetTwoFactor(await administrator(of), who.id, reason)).toEqual({
      ok: true,
      value: "nothing-to-reset",
    });
  });

  test("is in the audit log with its reason", async () => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    const by = await administrator(of);
    await resetTwoFactor(by, who.id, reason);
    const events = await database()
      .selectFrom("audit_events")
      .select(["actor_id", "target_id", "reason", "result"])
      .where("event", "=", "two-factor.reset")
      .execute();
    expect(events).toEqual([{ actor_id: by.userId, target_id: who.id, reason, result: "success" }]);
  });

  test("is in the audit log with the codes by e-mail that are on again by it", async () => {
    const of = await organisation();
    const by = await administrator(of);
    for (const emailMethodEnabled of [true, false]) {
      const who = await person(of, { authenticator: true, emailMethodEnabled });
      await resetTwoFactor(by, who.id, reason);
      const events = await database()
        .selectFrom("audit_events")
        .select("actor_id")
        .where("event", "=", "email-method.enabled")
        .where("target_id", "=", who.id)
        .execute();
      expect(events).toEqual(emailMethodEnabled ? [] : [{ actor_id: by.userId }]);
    }
  });

  test.each([
    "one's own account",
    "one's own account, written in capitals",
    "a user of another organisation",
    "an id that nobody has",
    "what is no id",
  ])("finds nobody and changes nothing for %s", async (whom) => {
    const of = await organisation();
    const by = await administrator(of);
    const stranger = await person(await organisation(), { authenticator: true });
    const ids: Record<string, string> = {
      "one's own account": by.userId,
      "one's own account, written in capitals": by.userId.toUpperCase(),
      "a user of another organisation": stranger.id,
      "an id that nobody has": "00000000-0000-4000-8000-000000000000",
      "what is no id": "1 or 1=1",
    };
    const id = String(ids[whom]);
    expect(await resetTwoFactor(by, id, reason)).toEqual({ ok: false, code: "not-found" });
    expect(await findUserToReset(by, id)).toBeUndefined();
    expect(await authenticatorsOf(by.userId, stranger.id)).toBe(2);
    await deliverPost();
    expect(letters()).toEqual([]);
  });

  test("asks for the administrator's own second step where the organisation asks for one", async () => {
    const of = await organisation();
    const ada = await person(of, { role: "administrator", confirmed: false });
    const who = await person(of, { authenticator: true });
    // Without a usable method the password opened the door: enough to enrol, too little to take from others.
    const { actor } = await logIn(ada);
    const by = holding(actor, "users.reset-two-factor");
    expect(await resetTwoFactor(by, who.id, reason)).toEqual({ ok: false, code: "second-step-missing" });
    expect(await authenticatorsOf(who.id)).toBe(1);
    const events = await database()
      .selectFrom("audit_events")
      .select(["actor_id", "target_id", "reason"])
      .where("event", "=", "permission.refused")
      .execute();
    expect(events).toEqual([{ actor_id: ada.id, target_id: who.id, reason: "second-step-missing" }]);
  });

  test("needs no more than a fresh password where the organisation asks for one step", async () => {
    const of = await organisation({ switchedOn: false });
    const ada = await person(of, { role: "administrator", confirmed: false });
    const who = await person(of, { authenticator: true });
    const by = holding((await logIn(ada)).actor, "users.reset-two-factor");
    expect(await resetTwoFactor(by, who.id, reason)).toEqual(done);
  });

  test("is no way for managers and members: they hold no such permission", async () => {
    const of = await organisation();
    for (const role of ["manager", "member"] as const) {
      const who = await person(of, { role, email: `${role}-${of.id}@example.com` });
      const { actor } = await logInByPassword(who);
      await expect(holder({ ...who, id: actor.userId }, "users.reset-two-factor")).rejects.toThrow(
        "does not hold",
      );
    }
  });
});

async function authenticatorsOf(...ids: string[]): Promise<number> {
  const found = await database()
    .selectFrom("authenticators")
    .select("user_id")
    .where("user_id", "in", ids)
    .execute();
  return found.length;
}
