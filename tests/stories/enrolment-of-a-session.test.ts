/** What is shown of a new authenticator is seen by the session that gave a fresh proof, and by no other. */
import { describe, expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { database } from "@/lib/database/connection";
import { minutes } from "@/lib/kernel/duration";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { endUserSessions } from "@/lib/organisations/end-user-sessions";
import type { FreshActor } from "@/lib/sessions/actor";
import { endLeftSession, endOtherSessions, endOwnSession, logOut } from "@/lib/sessions/end-sessions";
import { mostSessions } from "@/lib/sessions/session";
import { beginEnrolment, cancelEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { at, pass } from "../support/clock";
import { codeOf, enrol, loggedIn, secretShown } from "../support/enrolments";
import { tokenFor } from "../support/post";
import { holder, logInByPassword, withOldProof } from "../support/staff";
import { actorBehind, isLive, nothingBegun, type Person, person, visitor } from "../support/world";

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

  const endings: [string, (who: Person, actor: FreshActor, thief: FreshActor) => Promise<unknown>][] = [
    [
      "a changed password",
      (who, actor) => changePassword(actor, who.password, "another harbour entirely eighty"),
    ],
    ["ending all other sessions", (_, actor) => endOtherSessions(actor)],
    ["ending that session alone", (_, actor, thief) => endOwnSession(actor, thief.sessionId)],
    ["logging out of it", (_who, _actor, thief) => logOut(thief)],
    ["another login in its browser", (_who, _actor, thief) => endLeftSession(thief)],
    ["logins after which it is one too many", (who) => logInAgain(who, mostSessions)],
    [
      "a reset password",
      async (who) => {
        await sendPasswordReset({ userId: who.id });
        return resetPassword(tokenFor(who.email), "another harbour entirely eighty", visitor);
      },
    ],
    [
      "an administrator's ending of all sessions",
      async (who) => {
        const ada = await person(
          { id: who.organisationId },
          { role: "administrator", email: "ada@example.com" },
        );
        return endUserSessions(await holder(ada, "users.edit"), who.id);
      },
    ],
  ];
  test.each(endings)(
    "it is gone with its session after %s, also for a request on its way, and a colleague's stays",
    async (_, end) => {
      const { who, actor } = await loggedIn();
      const colleague = await person({ id: who.organisationId }, { email: "colleague@example.com" });
      await beginEnrolment((await logInByPassword(colleague)).actor);
      const { actor: thief, sessionToken } = await logInByPassword(who);
      await beginEnrolment(thief);
      const secret = await secretShown(thief);
      await end(who, actor, thief);
      expect(await isLive(sessionToken)).toBe(false);
      expect(await confirmEnrolment(thief, codeOf(secret))).toEqual({ ok: false, code: "run-out" });
      const left = await database().selectFrom("authenticator_enrolments").select("user_id").execute();
      expect(left).toEqual([{ user_id: colleague.id }]);
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

  test("a step-up takes nothing of another session along: neither its QR code nor its recovery codes", async () => {
    const { who, actor } = await loggedIn();
    await enrol(actor);
    const codes = await showRecoveryCodes(actor);
    await beginEnrolment(actor);
    const { actor: other } = await logInByPassword(who);
    const renewed = await steppedUp(who, other);
    expect(await showEnrolment(renewed)).toBeUndefined();
    expect(await showRecoveryCodes(renewed)).toBeUndefined();
    expect(await showRecoveryCodes(actor)).toEqual(codes);
  });
});

/** So many logins, one after the other. */
async function logInAgain(who: Person, times: number): Promise<void> {
  for (let login = 0; login < times; login += 1) await logInByPassword(who);
}

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
