/** An authenticator is on once its code is right; until then nothing has changed. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import { beginEnrolment, cancelEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { at, pass } from "../support/clock";
import { otherThan } from "../support/codes";
import { answer, codeOf, enrol, loggedIn, secretShown } from "../support/enrolments";
import { letters } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { logInByPassword } from "../support/staff";
import {
  actorBehind,
  appCode,
  givePassword,
  organisation,
  person,
  setOrganisation,
  visitor,
} from "../support/world";

describe("an enrolment", () => {
  test("turns the authenticator on only after a right code", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const code = codeOf(await secretShown(actor));
    expect(await confirmEnrolment(actor, otherThan(code))).toEqual({ ok: false, code: "wrong" });
    expect(await describeMethods(actor.userId)).toMatchObject({
      authenticatorOn: false,
      recoveryCodesLeft: 0,
    });
    expect((await confirmEnrolment(actor, code)).ok).toBe(true);
    expect(await describeMethods(actor.userId)).toMatchObject({
      authenticatorOn: true,
      recoveryCodesLeft: 10,
    });
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

  test.each([
    ["two-factor login was switched off", { two_factor_enabled: false }],
    ["authenticators are not allowed any more", { allowed_methods: ["email" as const] }],
  ])("is not confirmed once %s: nothing is stored, and nobody is told", async (_, change) => {
    const { who, actor } = await loggedIn();
    await beginEnrolment(actor);
    const secret = await secretShown(actor);
    await setOrganisation(who, change);
    expect(await confirmEnrolment(actor, codeOf(secret))).toEqual({ ok: false, code: "not-offered" });
    expect(await describeMethods(actor.userId)).toMatchObject({
      authenticatorEnabledAt: null,
      recoveryCodesLeft: 0,
    });
    await deliverPost();
    expect(letters(who.email)).toEqual([]);
    const [refused] = await database()
      .selectFrom("audit_events")
      .select("reason")
      .where("event", "=", "authenticator.refused")
      .execute();
    expect(refused).toEqual({ reason: "method-not-usable" });
  });

  test("shows the same secret in every tab until it is cancelled", async () => {
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const secret = await secretShown(actor);
    await beginEnrolment(actor);
    expect(await secretShown(actor)).toBe(secret);
    expect(await cancelEnrolment(actor)).toBe(true);
    expect(await showEnrolment(actor)).toBeUndefined();
    expect(await confirmEnrolment(actor, codeOf(secret))).toEqual({ ok: false, code: "run-out" });
    await beginEnrolment(actor);
    expect(await secretShown(actor)).not.toBe(secret);
  });

  test("that was completed in another tab cannot be cancelled any more", async () => {
    const { actor } = await loggedIn();
    await enrol(actor);
    expect(await cancelEnrolment(actor)).toBe(false);
    expect((await describeMethods(actor.userId)).authenticatorOn).toBe(true);
  });

  test.each([
    [minutes(10) - 1, true],
    [minutes(10), false],
  ])("after %i ms still runs: %s", async (age, runs) => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const secret = await secretShown(actor);
    pass(milliseconds(age));
    expect((await showEnrolment(actor)) !== undefined).toBe(runs);
    const confirmed = await confirmEnrolment(actor, codeOf(secret));
    expect(confirmed).toMatchObject(runs ? { ok: true } : { code: "run-out" });
    expect((await describeMethods(actor.userId)).authenticatorOn).toBe(runs);
  });

  test("that has run out makes room for another one in the same session, with a secret of its own", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await loggedIn();
    await beginEnrolment(actor);
    const former = await secretShown(actor);
    pass(minutes(10));
    expect((await beginEnrolment(actor)).ok).toBe(true);
    expect(await secretShown(actor)).not.toBe(former);
    expect((await confirmEnrolment(actor, codeOf(await secretShown(actor)))).ok).toBe(true);
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

  test("gives a right code back to its network: an office enrols in one minute", async () => {
    at("2027-05-03T14:32:00.000Z");
    for (let each = 0; each < 12; each += 1) await enrol((await loggedIn()).actor);
  });

  test("leaves its session with a second step that counts", async () => {
    const { sessionToken, actor } = await loggedIn();
    expect((await actorBehind(sessionToken)).lacksSecondStep).toBe(true);
    await enrol(actor);
    expect((await actorBehind(sessionToken)).lacksSecondStep).toBe(false);
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

  test("keeps what the app calls the organisation, whatever that is called later", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const older = await person({ id: who.organisationId }, { authenticator: true });
    const name = `Renamed ${who.organisationId.slice(-8)}`;
    await setOrganisation(who, { name });
    const lookedFor = async (each: typeof who) => {
      const described = await describePendingLogin(await givePassword(each));
      return [described?.organisationName, described?.issuer];
    };
    expect(await lookedFor(who)).toEqual([name, actor.organisationName]);
    // Of an app from before nobody knows what it says: the organisation is named as it is on the page.
    expect(await lookedFor(older)).toEqual([name, name]);
  });

  test("keeps its secret sealed", async () => {
    const { actor } = await loggedIn();
    const secret = await enrol(actor);
    const rows = await database().selectFrom("authenticators").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
