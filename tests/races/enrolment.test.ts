/** Changes of methods, made forty times at once. */
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import type { Transaction } from "@/lib/database/transaction";
import { after, now } from "@/lib/kernel/clock";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startStepUp } from "@/lib/login/start-step-up";
import type { FreshActor } from "@/lib/sessions/actor";
import { endOtherSessions, endOwnSession } from "@/lib/sessions/end-sessions";
import { deleteEnrolment, startEnrolment } from "@/lib/two-factor/authenticator-queries";
import { beginEnrolment, enrolmentLife, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { changeEmailMethod, removeAuthenticator } from "@/lib/two-factor/change-methods";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { usableMethods } from "@/lib/two-factor/policy";
import { newTotpSecret, stepAt, totpCode } from "@/lib/two-factor/totp";
import { sealTotpSecret } from "@/lib/two-factor/totp-secret";
import { codeOf, secretShown } from "../support/enrolments";
import { forty } from "../support/forty";
import { comingBetween, lockingUser } from "../support/lock-order";
import { logInByPassword } from "../support/staff";
import { nothingBegun, organisation, password, person, visitor, visitorFrom } from "../support/world";

const actorOf = async (wishes: Parameters<typeof person>[1] = {}) =>
  (await logInByPassword(await person(await organisation(), wishes))).actor;

test("of forty right codes for one enrolment at once, one turns the authenticator on", async () => {
  const actor = await actorOf();
  await beginEnrolment(actor);
  const secret = (await showEnrolment(actor))?.setupKey.replaceAll(" ", "") ?? "";
  const code = totpCode(secret, stepAt(new Date()));
  const outcomes = await forty((index) => confirmEnrolment({ ...actor, visitor: visitorFrom(index) }, code));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.code).toBe("run-out");
  const refusals = database().selectFrom("audit_events").select("reason").where("result", "=", "failure");
  expect(await refusals.execute()).toEqual(Array(39).fill({ reason: "run-out" }));
  expect(await showRecoveryCodes(actor)).toHaveLength(10);
  expect(await describeMethods(actor.userId)).toMatchObject({ recoveryCodesLeft: 10, authenticatorOn: true });
});

test("forty tabs that begin an enrolment at once show one secret", async () => {
  const actor = await actorOf();
  const secrets = await forty(async () => {
    await beginEnrolment(actor);
    return (await showEnrolment(actor))?.setupKey;
  });
  expect(new Set(secrets).size).toBe(1);
});

test("the code of an enrolment, on its way while its session cancels that and begins another, turns neither on", async () => {
  const actor = await actorOf();
  const code = await begun(actor);
  const secret = newTotpSecret();
  const beginAnew = async (trx: Transaction) => {
    await deleteEnrolment(trx, actor);
    const enrolment = {
      secretSealed: sealTotpSecret(secret, actor.userId),
      expiresAt: after(now(), enrolmentLife),
    };
    await startEnrolment(trx, actor, enrolment, now());
  };
  const confirmed = await comingBetween(
    lockingUser(actor.userId),
    () => confirmEnrolment(actor, code),
    beginAnew,
  );
  expect(confirmed).toEqual({ ok: false, code: "run-out" });
  expect(await describeMethods(actor.userId)).toMatchObject({ authenticatorOn: false });
  expect(await secretShown(actor)).toBe(secret);
});

/** Begins an enrolment and returns the code that confirms it. */
async function begun(actor: FreshActor): Promise<string> {
  await beginEnrolment(actor);
  const secret = (await showEnrolment(actor))?.setupKey.replaceAll(" ", "") ?? "";
  return totpCode(secret, stepAt(new Date()));
}

test.each<[string, (elsewhere: FreshActor, actor: FreshActor) => Promise<unknown>]>([
  ["another session ends all others", (elsewhere) => endOtherSessions(elsewhere)],
  ["its session is ended", (elsewhere, { sessionId }) => endOwnSession(elsewhere, sessionId)],
])("an enrolment that is confirmed while %s is on, or gone, and nobody waits in a circle", async (_, end) => {
  for (let round = 0; round < 10; round += 1) {
    const who = await person(await organisation());
    const [{ actor }, { actor: elsewhere }] = [await logInByPassword(who), await logInByPassword(who)];
    const code = await begun(actor);
    const by = { ...actor, visitor: visitorFrom(round) };
    const [confirmed] = await Promise.all([confirmEnrolment(by, code), end(elsewhere, actor)]);
    expect(await describeMethods(actor.userId)).toMatchObject({ authenticatorOn: confirmed.ok });
    expect(await database().selectFrom("authenticator_enrolments").selectAll().execute()).toEqual([]);
  }
});

test("an enrolment that is confirmed while a step-up takes it along is confirmed once, or goes on in the new session", async () => {
  for (let round = 0; round < 10; round += 1) {
    const of = await organisation();
    const actor = (await logInByPassword(await person(of, { confirmed: false }))).actor;
    const code = await begun(actor);
    const started = await startStepUp(actor, password, nothingBegun);
    const token = started.ok ? started.value.token : "";
    const by = { ...actor, visitor: visitorFrom(round) };
    const [confirmed] = await Promise.all([confirmEnrolment(by, code), redeemLogin(token, visitor)]);
    expect(await describeMethods(actor.userId)).toMatchObject({ authenticatorOn: confirmed.ok });
    const running = await database().selectFrom("authenticator_enrolments").selectAll().execute();
    expect(running.filter(({ user_id }) => user_id === actor.userId)).toHaveLength(confirmed.ok ? 0 : 1);
  }
});

test("an enrolment whose secret is sealed anew, as under a newer key, while its code is on its way is confirmed, with that seal", async () => {
  const actor = await actorOf({ confirmed: false });
  await beginEnrolment(actor);
  const secret = await secretShown(actor);
  const sealedAnew = sealTotpSecret(secret, actor.userId);
  const sealing = () =>
    database().updateTable("authenticator_enrolments").set({ secret_sealed: sealedAnew }).execute();
  const confirming = () => confirmEnrolment(actor, codeOf(secret));
  expect(await comingBetween(lockingUser(actor.userId), confirming, sealing)).toMatchObject({ ok: true });
  const stored = database().selectFrom("authenticators").select("secret_sealed");
  expect(await stored.execute()).toEqual([{ secret_sealed: sealedAnew }]);
});

test("of forty removals at once, one removes and tells", async () => {
  const actor = await actorOf({ authenticator: true });
  const outcomes = await forty(() => removeAuthenticator(actor));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const told = await database()
    .selectFrom("audit_events")
    .select("id")
    .where("event", "=", "authenticator.removed")
    .execute();
  expect(told).toHaveLength(1);
});

test("turning e-mail off while the authenticator is removed leaves a method", async () => {
  for (let round = 0; round < 10; round += 1) {
    const actor = await actorOf({ authenticator: true });
    await Promise.all([changeEmailMethod(actor, false), removeAuthenticator(actor)]);
    expect(usableMethods(await describeMethods(actor.userId))).toEqual(["email"]);
  }
});
