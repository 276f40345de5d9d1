/** Authenticators: when one is on, what an enrolment leaves alone, and what a change of method ends. */
import { describe, expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { database } from "@/lib/database/connection";
import { days, minutes, seconds } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startStepUp } from "@/lib/login/start-step-up";
import type { FreshActor } from "@/lib/sessions/actor";
import { endOtherSessions } from "@/lib/sessions/end-sessions";
import { beginEnrolment, cancelEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import {
  changeEmailMethod,
  changePreferredMethod,
  describeOwnMethods,
  removeAuthenticator,
} from "@/lib/two-factor/change-methods";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import {
  forgetRecoveryCodes,
  renewRecoveryCodes,
  showRecoveryCodes,
} from "@/lib/two-factor/make-recovery-codes";
import { getMethods } from "@/lib/two-factor/standing-queries";
import { stepAt, totpCode } from "@/lib/two-factor/totp";
import { at, pass } from "../support/clock";
import { letters } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { logInByPassword, withOldProof } from "../support/staff";
import {
  actorBehind,
  appCode,
  givePassword,
  isLive,
  logIn,
  nothingBegun,
  organisation,
  type Person,
  person,
  visitor,
} from "../support/world";

const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");

/** The secret on the enrolment page of `actor`. */
async function secretShown(actor: FreshActor): Promise<string> {
  const running = await showEnrolment(actor);
  if (!running) throw new Error("No enrolment is running");
  return running.setupKey.replaceAll(" ", "");
}

const codeOf = (secret: string, stepsOff = 0) => totpCode(secret, stepAt(new Date()) + stepsOff);

/** Enrols an app and returns its secret. */
async function enrol(actor: FreshActor): Promise<string> {
  expect((await beginEnrolment(actor)).ok).toBe(true);
  const secret = await secretShown(actor);
  expect((await confirmEnrolment(actor, codeOf(secret))).ok).toBe(true);
  return secret;
}

async function loggedIn(wishes: Parameters<typeof person>[1] = {}) {
  const who = await person(await organisation(), wishes);
  return { who, ...(await logInByPassword(who)) };
}

const answer = async (who: Person, method: "authenticator" | "recovery-code", code: string) =>
  completeLogin(await givePassword(who), method, code, visitor);

const methodsAtLogin = async (who: Person) =>
  (await describePendingLogin(await givePassword(who)))?.methods ?? [];

describe("an enrolment", () => {
  test("turns the authenticator on only after a right code", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const code = codeOf(await secretShown(actor));
    expect(await confirmEnrolment(actor, otherThan(code))).toEqual({ ok: false, code: "wrong" });
    expect(await describeOwnMethods(actor)).toMatchObject({ authenticatorOn: false, recoveryCodesLeft: 0 });
    expect((await confirmEnrolment(actor, code)).ok).toBe(true);
    expect(await describeOwnMethods(actor)).toMatchObject({ authenticatorOn: true, recoveryCodesLeft: 10 });
  });

  test.each([
    [-2, "clock-off"],
    [-1, undefined],
    [1, undefined],
    [2, "clock-off"],
    [9, "wrong"],
  ])("answers a code %i steps off with %s", async (stepsOff, refusal) => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const confirmed = await confirmEnrolment(actor, codeOf(await secretShown(actor), stepsOff));
    expect(confirmed).toMatchObject(refusal ? { code: refusal } : { ok: true });
  });

  test("is offered only where the organisation asks for a second step and allows authenticators", async () => {
    for (const wishes of [{ switchedOn: false }, { allowedMethods: ["email" as const] }]) {
      const { actor } = await logInByPassword(await person(await organisation(wishes)));
      expect(await beginEnrolment(actor)).toEqual({ ok: false, code: "not-offered" });
      expect(await showEnrolment(actor)).toBeUndefined();
    }
  });

  test("shows the same secret in every tab until it is cancelled", async () => {
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const secret = await secretShown(actor);
    await beginEnrolment(actor);
    expect(await secretShown(actor)).toBe(secret);
    await cancelEnrolment(actor);
    expect(await showEnrolment(actor)).toBeUndefined();
    expect(await confirmEnrolment(actor, codeOf(secret))).toEqual({ ok: false, code: "run-out" });
    await beginEnrolment(actor);
    expect(await secretShown(actor)).not.toBe(secret);
  });

  test.each([
    [minutes(10) - 1, true],
    [minutes(10), false],
  ])("after %i ms still runs: %s", async (age, runs) => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const secret = await secretShown(actor);
    pass(age as ReturnType<typeof minutes>);
    expect((await showEnrolment(actor)) !== undefined).toBe(runs);
    const confirmed = await confirmEnrolment(actor, codeOf(secret));
    expect(confirmed).toMatchObject(runs ? { ok: true } : { code: "run-out" });
    expect((await describeOwnMethods(actor)).authenticatorOn).toBe(runs);
  });

  test("changes nothing about an active one until the code of the new one is right", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { who, actor } = await loggedIn({ authenticator: true });
    await beginEnrolment(actor);
    const secret = await secretShown(actor);
    await confirmEnrolment(actor, otherThan(codeOf(secret)));
    expect((await answer(who, "authenticator", appCode(who))).ok).toBe(true);

    expect((await confirmEnrolment(actor, codeOf(secret))).ok).toBe(true);
    pass(seconds(30));
    expect(await answer(who, "authenticator", appCode(who))).toMatchObject({ code: "wrong" });
    expect((await answer({ ...who, secret }, "authenticator", codeOf(secret))).ok).toBe(true);
  });

  test("uses the step of its code up: that code cannot log in", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { who, actor } = await loggedIn();
    const secret = await enrol(actor);
    expect(await answer(who, "authenticator", codeOf(secret))).toMatchObject({ code: "used-already" });
    pass(seconds(30));
    expect((await answer(who, "authenticator", codeOf(secret))).ok).toBe(true);
  });

  test("takes ten codes a minute from one network, as every door that takes a code", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const code = codeOf(await secretShown(actor));
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect(await confirmEnrolment(actor, otherThan(code))).toMatchObject({ code: "wrong" });
    expect(await confirmEnrolment(actor, code)).toEqual({
      ok: false,
      code: "too-many",
      until: new Date("2027-05-03T14:33:00.000Z"),
    });
    pass(minutes(1));
    expect((await confirmEnrolment(actor, codeOf(await secretShown(actor)))).ok).toBe(true);
  });

  test("is in the audit log from its beginning, once for all its tabs", async () => {
    const { who, actor } = await loggedIn();
    await beginEnrolment(actor);
    await beginEnrolment(actor);
    const begun = await database()
      .selectFrom("audit_events")
      .select(["actor_id", "target_id", "method", "address"])
      .where("event", "=", "enrolment.begun")
      .execute();
    const address = visitor.address;
    expect(begun).toEqual([{ actor_id: who.id, target_id: who.id, method: "authenticator", address }]);
  });

  test("keeps its secret sealed", async () => {
    const { actor } = await loggedIn();
    const secret = await enrol(actor);
    const rows = await database().selectFrom("authenticators").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

/** Two sessions of one person, of which only the first has given a fresh proof. */
async function twoSessions(wishes: Parameters<typeof person>[1] = {}) {
  const { who, actor } = await loggedIn(wishes);
  const { sessionToken, actor: other } = await logInByPassword(who);
  return { who, actor, elsewhere: withOldProof(other), tokenElsewhere: sessionToken };
}

describe("an enrolment belongs to the session that gave a fresh proof for it", () => {
  test("another session of the same user neither sees nor confirms nor cancels it, and gets no proof out of it", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor, elsewhere, tokenElsewhere } = await twoSessions();
    await beginEnrolment(actor);
    const secret = await secretShown(actor);
    pass(minutes(1));
    expect(await showEnrolment(elsewhere)).toBeUndefined();
    expect(await confirmEnrolment(elsewhere, codeOf(secret))).toEqual({ ok: false, code: "run-out" });
    await cancelEnrolment(elsewhere);
    expect(await secretShown(actor)).toBe(secret);
    expect((await actorBehind(tokenElsewhere)).provedAt).toEqual(new Date("2027-05-03T14:32:00.000Z"));
  });

  test("one that begins in another session has a secret that nobody has seen, and voids the former one", async () => {
    const { who, actor } = await loggedIn();
    const { actor: other } = await logInByPassword(who);
    await beginEnrolment(actor);
    const seen = await secretShown(actor);
    await beginEnrolment(other);
    expect(await secretShown(other)).not.toBe(seen);
    expect(await confirmEnrolment(actor, codeOf(seen))).toEqual({ ok: false, code: "run-out" });
  });

  const endings: [string, (who: Person, actor: FreshActor) => Promise<unknown>][] = [
    [
      "a changed password",
      (who, actor) => changePassword(actor, who.password, "another harbour entirely eighty"),
    ],
    ["ending all other sessions", (_, actor) => endOtherSessions(actor)],
  ];
  test.each(endings)(
    "it is gone with its session after %s, also for a request on its way",
    async (_, end) => {
      const { who, actor } = await loggedIn();
      const { actor: thief, sessionToken } = await logInByPassword(who);
      await beginEnrolment(thief);
      const secret = await secretShown(thief);
      await end(who, actor);
      expect(await isLive(sessionToken)).toBe(false);
      expect(await confirmEnrolment(thief, codeOf(secret))).toEqual({ ok: false, code: "run-out" });
      expect(await database().selectFrom("authenticator_enrolments").selectAll().execute()).toEqual([]);
    },
  );

  test("a step-up takes it along: the same QR code, and the codes that wait to be saved", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const codes = await showRecoveryCodes(actor);
    await beginEnrolment(actor);
    const secret = await secretShown(actor);
    const { actor: other } = await logInByPassword(who);

    const renewed = await steppedUp(who, actor);
    expect(renewed.sessionId).not.toBe(actor.sessionId);
    expect(await secretShown(renewed)).toBe(secret);
    expect(await showRecoveryCodes(renewed)).toEqual(codes);
    expect(await showEnrolment(actor)).toBeUndefined();
    await steppedUp(who, other);
    expect(await secretShown(renewed)).toBe(secret);
  });
});

/** The same person after a step-up, with the password alone: the actor of the session in the place of the former one. */
async function steppedUp(who: Person, actor: FreshActor): Promise<FreshActor> {
  const putAsked = (two_factor_enabled: boolean) =>
    database()
      .updateTable("organisations")
      .set({ two_factor_enabled })
      .where("id", "=", who.organisationId)
      .execute();
  await putAsked(false);
  const started = await startStepUp(actor, who.password, nothingBegun);
  if (!started.ok) throw new Error("The step-up was refused");
  const redeemed = await redeemLogin(started.value.token, visitor);
  if (!redeemed.ok) throw new Error("The step-up was not redeemed");
  await putAsked(true);
  return actorBehind(redeemed.value.sessionToken);
}

describe("recovery codes", () => {
  test("come with an enrolment, can be read until they are saved, and are stored as hashes", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const codes = (await showRecoveryCodes(actor)) ?? [];
    expect(new Set(codes).size).toBe(10);
    expect(await showRecoveryCodes(actor)).toEqual(codes);
    await forgetRecoveryCodes(actor);
    expect(await showRecoveryCodes(actor)).toBeUndefined();
    const rows = await database().selectFrom("recovery_codes").selectAll().execute();
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
    expect((await answer(who, "recovery-code", codes[3] ?? "")).ok).toBe(true);
    expect(await answer(who, "recovery-code", codes[3] ?? "")).toMatchObject({ code: "used-already" });
    expect((await describeOwnMethods(actor)).recoveryCodesLeft).toBe(9);
  });

  test("that nobody saved cannot be read after ten minutes", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await enrol(actor);
    pass((minutes(10) - 1) as ReturnType<typeof minutes>);
    expect(await showRecoveryCodes(actor)).toHaveLength(10);
    pass(1 as ReturnType<typeof minutes>);
    expect(await showRecoveryCodes(actor)).toBeUndefined();
  });

  test("can be read and put away in the session that made them alone", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const { actor: elsewhere } = await logInByPassword(who);
    expect(await showRecoveryCodes(elsewhere)).toBeUndefined();
    await forgetRecoveryCodes(elsewhere);
    expect(await showRecoveryCodes(actor)).toHaveLength(10);
    await changePassword(elsewhere, who.password, "another harbour entirely eighty");
    expect(await showRecoveryCodes(actor)).toBeUndefined();
  });

  test("that are new void the former ones", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const [former = ""] = (await showRecoveryCodes(actor)) ?? [];
    expect((await renewRecoveryCodes(actor)).ok).toBe(true);
    const [renewed = ""] = (await showRecoveryCodes(actor)) ?? [];
    expect(await answer(who, "recovery-code", former)).toMatchObject({ code: "wrong" });
    expect((await answer(who, "recovery-code", renewed)).ok).toBe(true);
  });

  test("belong to an authenticator", async () => {
    const { actor } = await loggedIn();
    expect(await renewRecoveryCodes(actor)).toEqual({ ok: false, code: "no-authenticator" });
  });
});

describe("methods", () => {
  test("e-mail is turned off only while an authenticator is on", async () => {
    const { who, actor } = await loggedIn();
    expect(await changeEmailMethod(actor, false)).toEqual({ ok: false, code: "needs-authenticator" });
    await enrol(actor);
    expect((await changeEmailMethod(actor, false)).ok).toBe(true);
    expect(await methodsAtLogin(who)).toEqual(["authenticator"]);
  });

  test("removing an authenticator voids its recovery codes and turns e-mail on again", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const [code = ""] = (await showRecoveryCodes(actor)) ?? [];
    await changeEmailMethod(actor, false);
    expect((await removeAuthenticator(actor)).ok).toBe(true);
    expect(await methodsAtLogin(who)).toEqual(["email"]);
    expect(await answer(who, "recovery-code", code)).toMatchObject({ code: "method-not-usable" });
    expect(await showRecoveryCodes(actor)).toBeUndefined();
    expect(await describeOwnMethods(actor)).toMatchObject({ recoveryCodesLeft: 0, authenticatorOn: false });
    expect(await removeAuthenticator(actor)).toEqual({ ok: false, code: "no-authenticator" });
  });

  test("one that can be used may be preferred", async () => {
    const { who, actor } = await loggedIn();
    expect(await changePreferredMethod(actor, "authenticator")).toEqual({ ok: false, code: "not-usable" });
    await enrol(actor);
    for (const method of ["authenticator", "email"] as const) {
      expect((await changePreferredMethod(actor, method)).ok).toBe(true);
      expect((await describePendingLogin(await givePassword(who)))?.preselected).toBe(method);
    }
  });

  const changes: [string, (actor: FreshActor) => Promise<unknown>, string][] = [
    ["replacing the authenticator", enrol, "was changed"],
    ["removing the authenticator", removeAuthenticator, "Google Authenticator was turned off"],
    ["turning e-mail off", (actor) => changeEmailMethod(actor, false), "E-mail was turned off"],
    ["new recovery codes", renewRecoveryCodes, "was changed"],
  ];
  test.each(changes)("%s ends the other sessions and tells the owner", async (_, change, subject) => {
    const { who, actor, sessionToken } = await loggedIn({ authenticator: true });
    const other = await logIn(who);
    await change(actor);
    expect(await isLive(sessionToken)).toBe(true);
    expect(await isLive(other.sessionToken)).toBe(false);
    await deliverPost();
    expect(letters(who.email).map((letter) => letter.subject)).toContainEqual(
      expect.stringContaining(subject),
    );
  });

  test("a letter says what is left to log in with", async () => {
    const { who, actor } = await loggedIn({ authenticator: true });
    await changeEmailMethod(actor, false);
    expect(await newest(who)).toContain("You now log in with a code from Google Authenticator.");
    pass(seconds(1));
    await removeAuthenticator(actor);
    const letter = await newest(who);
    expect(letter).toContain("You now log in with a code by e-mail.");
    expect(letter).toContain("they are on again");
  });

  test("two-factor login is said to be off where nothing is left", async () => {
    const { who, actor } = await loggedIn({ authenticator: true });
    await database()
      .updateTable("organisations")
      .set({ allowed_methods: ["authenticator"] })
      .where("id", "=", who.organisationId)
      .execute();
    await removeAuthenticator(actor);
    expect(await newest(who)).toContain("Two-factor login was turned off");
  });

  test("e-mail that is on again is recorded, and e-mail that was never off is not", async () => {
    const { who, actor } = await loggedIn({ authenticator: true });
    await removeAuthenticator(actor);
    expect(await events(who)).not.toContain("email-method.enabled");
    await enrol(actor);
    await changeEmailMethod(actor, false);
    await removeAuthenticator(actor);
    expect((await events(who)).slice(-2).sort()).toEqual(["authenticator.removed", "email-method.enabled"]);
  });

  test("e-mail is on since the address was confirmed, or since it was turned on again", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { who, actor } = await loggedIn({ authenticator: true });
    const confirmed = (await getMethods(database(), who.id)).emailOnSince;
    expect(confirmed).toEqual((await getMethods(database(), who.id)).emailConfirmedAt);
    await changeEmailMethod(actor, false);
    pass(days(3));
    await changeEmailMethod(actor, true);
    expect((await getMethods(database(), who.id)).emailOnSince).toEqual(new Date("2027-05-06T14:32:00.000Z"));
  });
});

/** The newest letter to `who`, with its subject. */
async function newest({ email }: Person): Promise<string> {
  await deliverPost();
  const [letter] = letters(email);
  return `${letter?.subject}\n${letter?.text}`;
}

async function events({ id }: Person): Promise<string[]> {
  const found = await database()
    .selectFrom("audit_events")
    .select("event")
    .where("target_id", "=", id)
    .orderBy("id")
    .execute();
  return found.map(({ event }) => event);
}
