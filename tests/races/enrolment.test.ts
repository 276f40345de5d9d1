/** Changes of methods, made forty times at once. */
import { expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { beginEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { changeEmailMethod, describeOwnMethods, removeAuthenticator } from "@/lib/two-factor/change-methods";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { usableMethods } from "@/lib/two-factor/policy";
import { stepAt, totpCode } from "@/lib/two-factor/totp";
import { logInByPassword } from "../support/staff";
import { organisation, person, visitorFrom } from "../support/world";

const forty = <Value>(act: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: 40 }, (_, index) => act(index)));

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
  expect(await showRecoveryCodes(actor)).toHaveLength(10);
  expect(await describeOwnMethods(actor)).toMatchObject({ recoveryCodesLeft: 10, authenticatorOn: true });
});

test("forty tabs that begin an enrolment at once show one secret", async () => {
  const actor = await actorOf();
  const secrets = await forty(async () => {
    await beginEnrolment(actor);
    return (await showEnrolment(actor))?.setupKey;
  });
  expect(new Set(secrets).size).toBe(1);
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
    expect(usableMethods(await describeOwnMethods(actor))).toEqual(["email"]);
  }
});
