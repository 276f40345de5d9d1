/** A right code opens the door by the very statement that spends it, where nothing else has to happen with it. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { inTransaction } from "@/lib/database/transaction";
import { minutes, seconds } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemingOf, redeemLogin, tokensFor } from "@/lib/login/redeem-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { verifyAndRedeem } from "@/lib/login/verify-and-redeem-queries";
import { spendLimits } from "@/lib/throttle/spend-limits";
import { answerChallenge } from "@/lib/two-factor/answer-challenge";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { renewRecoveryCodes, showRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { recoveryCodeDigest, saltOf } from "@/lib/two-factor/recovery-code";
import { listRecoveryCodes } from "@/lib/two-factor/recovery-code-queries";
import { verifyByRecoveryCode } from "@/lib/two-factor/verify-by-recovery-code-queries";
import { at, pass } from "../support/clock";
import { codeFor, letterTo } from "../support/mailbox";
import { deliverPost } from "../support/post";
import {
  actorBehind,
  appCode,
  givePassword,
  isLive,
  logIn,
  nothingBegun,
  organisation,
  person,
  visitor,
  visitorFrom,
} from "../support/world";

/** A browser that brings the token by which it is known. */
const known = { ...visitor, browserToken: "the first one".padEnd(43, "-") };

const eventsAbout = async (userId: string) => {
  const rows = await database()
    .selectFrom("audit_events")
    .select(["event", "method"])
    .where("target_id", "=", userId)
    .orderBy("id")
    .execute();
  return rows.map(({ event, method }) => `${event} by ${method}`);
};

/** Why the newest of those failed that did. */
const lastReason = async (userId: string) => {
  const newest = await database()
    .selectFrom("audit_events")
    .select("reason")
    .where("target_id", "=", userId)
    .where("result", "=", "failure")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return newest?.reason;
};

const sessionsOf = (userId: string) =>
  database().selectFrom("sessions").select("method").where("user_id", "=", userId).execute();

test("a right code opens a session at once, and both are recorded in their order", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const completed = await completeLogin(await givePassword(who), "authenticator", appCode(who), visitor);
  if (!completed.ok || !completed.value.redeemed) throw new Error("The login was not completed");
  expect((await actorBehind(completed.value.redeemed.sessionToken)).userId).toBe(who.id);
  expect(await eventsAbout(who.id)).toEqual([
    "password.accepted by password",
    "second-step.passed by authenticator",
    "login.completed by authenticator",
  ]);
});

test("whoever asks again by the same login within ten seconds gets the same session", async () => {
  const who = await person(await organisation());
  const token = await givePassword(who);
  const completed = await completeLogin(token, "email", codeFor(who.email), visitor);
  expect(completed).toMatchObject({ ok: true, value: { redeemed: { userId: who.id } } });
  expect(await redeemLogin(token, visitor)).toEqual({
    ok: true,
    value: completed.ok && completed.value.redeemed,
  });
  expect(await sessionsOf(who.id)).toEqual([{ method: "email" }]);
});

test("in a browser that its owner never had, the session comes with a letter, and not before", async () => {
  const who = await person(await organisation(), { authenticator: true });
  await logIn(who, known);
  const elsewhere = { ...visitorFrom(2), browserToken: "another one".padEnd(43, "-") };
  const token = await givePassword(who, null, elsewhere);
  const sent = await issueChallenge(token, { resend: false, visitor: elsewhere });
  expect(sent.ok).toBe(true);
  const completed = await completeLogin(token, "email", codeFor(who.email), elsewhere);
  expect(completed).toEqual({ ok: true, value: { returnTo: "/", redeemed: null } });
  expect(await sessionsOf(who.id)).toHaveLength(1);

  expect((await redeemLogin(token, elsewhere)).ok).toBe(true);
  await deliverPost();
  expect(letterTo(who.email).subject).toContain("New login");
  expect(await sessionsOf(who.id)).toHaveLength(2);
});

test("by a recovery code, the login is verified with its letter, and redeemed afterwards", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const { actor } = await logIn(who);
  await renewRecoveryCodes(actor);
  const [code = ""] = (await showRecoveryCodes(actor)) ?? [];
  const token = await givePassword(who);
  const completed = await completeLogin(token, "recovery-code", code, visitor);
  expect(completed).toEqual({ ok: true, value: { returnTo: "/", redeemed: null } });
  expect((await redeemLogin(token, visitor)).ok).toBe(true);
  expect((await eventsAbout(who.id)).slice(-3)).toEqual([
    "password.accepted by password",
    "second-step.passed by recovery-code",
    "login.completed by recovery-code",
  ]);
});

/** A step-up that waits for its second proof, the session that it would renew, and the code for it. */
async function stepUp() {
  const who = await person(await organisation(), { authenticator: true });
  const { sessionToken, actor } = await logIn(who, known);
  const started = await startStepUp({ ...actor, visitor: known }, who.password, nothingBegun);
  if (!started.ok) throw new Error("The step-up was refused");
  return { who, sessionToken, actor, token: started.value.token, code: appCode(who, 1) };
}

test("a right code for a step-up renews the session in which it began", async () => {
  const { who, sessionToken, token, code } = await stepUp();
  const completed = await completeLogin(token, "authenticator", code, known);
  if (!completed.ok || !completed.value.redeemed) throw new Error("The step-up was not completed");
  expect(await isLive(completed.value.redeemed.sessionToken)).toBe(true);
  expect(await isLive(sessionToken)).toBe(false);
  expect(await eventsAbout(who.id)).toContain("step-up.completed by authenticator");
});

test("a right code for the step-up of a session that has ended opens nothing", async () => {
  const { who, actor, token, code } = await stepUp();
  // As where one too many gives way: nobody looks for what is under way in it.
  await database()
    .updateTable("sessions")
    .set({ ended_at: new Date() })
    .where("id", "=", actor.sessionId)
    .execute();
  const completed = await completeLogin(token, "authenticator", code, known);
  expect(completed).toEqual({ ok: true, value: { returnTo: "/", redeemed: null } });
  expect(await redeemLogin(token, known)).toEqual({ ok: false, code: "nothing-to-redeem" });
  expect(await sessionsOf(who.id)).toHaveLength(1);
});

test("a right code for an account that is closed opens nothing and is not used up", async () => {
  at("2027-05-03T14:32:00.000Z");
  const who = await person(await organisation(), { authenticator: true });
  const token = await givePassword(who);
  for (let failure = 0; failure < 10; failure += 1)
    await spendLimits([{ limit: "second-step-per-account-and-hour", of: who.id }]);
  const answer = (to: string) => completeLogin(to, "authenticator", appCode(who), visitor);
  expect(await answer(token)).toMatchObject({ ok: false, code: "too-many" });
  expect(await sessionsOf(who.id)).toEqual([]);
  pass(minutes(15));
  expect(await answer(await givePassword(who))).toMatchObject({ ok: true, value: { redeemed: {} } });
});

test("a deactivation that comes between try and proof leaves no session", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await givePassword(who);
  const answered = await answerChallenge(
    token,
    "authenticator",
    appCode(who),
    visitor,
    async (on, ...proof) => {
      await database().updateTable("users").set({ status: "deactivated" }).where("id", "=", who.id).execute();
      return verifyAndRedeem(
        on,
        ...proof,
        redeemingOf(token, tokensFor(token, visitor), visitor, new Date()),
      );
    },
  );
  expect(answered).toMatchObject({ ok: true, value: { redeemed: false } });
  expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  expect(await sessionsOf(who.id)).toEqual([]);
});

describe("between the try and the proof", () => {
  /** Answers rightly; what `happens` comes after the code was judged, and before it is spent. */
  const answeredWhile = (
    token: string,
    method: "email" | "authenticator",
    code: string,
    happens: () => Promise<unknown>,
  ) =>
    answerChallenge(token, method, code, known, async (on, verification, spend) => {
      await happens();
      const at = new Date();
      const redeeming = redeemingOf(token, tokensFor(token, known), known, at);
      return verifyAndRedeem(on, { ...verification, at }, spend, redeeming);
    });

  test("a login that is cancelled, or runs out, opens nothing", async () => {
    at("2027-05-03T14:32:00.000Z");
    const of = await organisation();
    for (const [happens, state] of [
      [(token: string) => cancelPendingLogin(token, visitor), "cancelled"],
      [async () => pass(minutes(10)), "timed-out"],
    ] as const) {
      const who = await person(of, { authenticator: true });
      const token = await givePassword(who);
      const answered = await answeredWhile(token, "authenticator", appCode(who), () => happens(token));
      expect(answered.ok).toBe(false);
      expect((await describePendingLogin(token))?.state).toBe(state);
      expect(await sessionsOf(who.id)).toEqual([]);
    }
  });

  test("a code by e-mail that is replaced, or runs out, opens nothing, and is told and recorded as what it is", async () => {
    at("2027-05-03T14:32:00.000Z");
    const of = await organisation();
    for (const [happens, code] of [
      [(token: string) => issueChallenge(token, { resend: true, visitor }), "replaced"],
      [async () => pass(seconds(90)), "run-out"],
    ] as const) {
      const who = await person(of);
      const token = await givePassword(who);
      const answered = await answeredWhile(token, "email", codeFor(who.email), () => happens(token));
      expect(answered).toEqual({ ok: false, code, triesLeft: 4 });
      expect(await lastReason(who.id)).toBe(code);
      expect(await sessionsOf(who.id)).toEqual([]);
    }
  });

  test.each(["email", "authenticator"] as const)(
    "a login that another tab goes on with takes no code by %s any more; it counts there, and was never wrong",
    async (method) => {
      const who = await person(await organisation(), { authenticator: true });
      const token = await givePassword(who);
      if (method === "email") await issueChallenge(token, { resend: false, visitor });
      const code = method === "email" ? codeFor(who.email) : appCode(who);
      let again = "";
      const answered = await answeredWhile(token, method, code, async () => {
        again = await givePassword(who, token);
      });
      expect(answered).toEqual({ ok: false, code: "not-open", state: "unknown", returnTo: null });
      expect(await completeLogin(again, method, code, known)).toMatchObject({
        ok: true,
        value: { redeemed: {} },
      });
    },
  );

  test("nor does it take a recovery code any more, which is still good in the other tab", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const { actor } = await logIn(who, known);
    await renewRecoveryCodes(actor);
    const [code = ""] = (await showRecoveryCodes(actor)) ?? [];
    const [any] = await listRecoveryCodes(database(), who.id);
    const spend = { userId: who.id, digest: await recoveryCodeDigest(code, saltOf(any?.digest ?? "")) };
    const token = await givePassword(who);
    let again = "";
    const overtaken = await answerChallenge(
      token,
      "authenticator",
      appCode(who, 1),
      known,
      async (_, verification) => {
        again = await givePassword(who, token);
        return inTransaction((trx) => verifyByRecoveryCode(trx, verification, spend));
      },
    );
    expect(overtaken).toMatchObject({ ok: false, code: "not-open", state: "unknown" });
    expect((await completeLogin(again, "recovery-code", code, known)).ok).toBe(true);
  });
});
