/** Forty at once: warnings, calls for help, sweeps, and sessions that open while everything ends. */
import { expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { changeProfile } from "@/lib/accounts/change-profile";
import { database } from "@/lib/database/connection";
import { inTransaction, type Transaction } from "@/lib/database/transaction";
import { sweep } from "@/lib/jobs/sweep";
import { digest } from "@/lib/kernel/digest";
import { minutes } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemingOf, redeemLogin, tokensFor } from "@/lib/login/redeem-login";
import { redeem } from "@/lib/login/redeem-queries";
import { startStepUp } from "@/lib/login/start-step-up";
import { askForHelp } from "@/lib/organisations/ask-for-help";
import { resetTwoFactor } from "@/lib/organisations/reset-two-factor";
import type { FreshActor } from "@/lib/sessions/actor";
import { endOtherSessions, endOthersBecause, endOwnSession, logOut } from "@/lib/sessions/end-sessions";
import { mostSessions } from "@/lib/sessions/session";
import { beginEnrolment, showEnrolment } from "@/lib/two-factor/begin-enrolment";
import {
  changeEmailMethod,
  changePreferredMethod,
  removeAuthenticator,
} from "@/lib/two-factor/change-methods";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import {
  confirmSavedCodes,
  makeRecoveryCodes,
  renewRecoveryCodes,
  showNewBatch,
} from "@/lib/two-factor/make-recovery-codes";
import { warnOfUnfinishedLogins } from "@/lib/two-factor/warn-of-unfinished-login";
import { codeOf, secretShown } from "../support/enrolments";
import { forty } from "../support/forty";
import { comingBetween, lockingUser } from "../support/lock-order";
import { letters } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { holder, logInByPassword } from "../support/staff";
import {
  actorBehind,
  appCode,
  eventsAbout,
  giveCode,
  givePassword,
  isLive,
  logIn,
  nothingBegun,
  organisation,
  password,
  person,
  visitor,
  visitorFrom,
} from "../support/world";

const liveSessions = async (userId: string) => {
  const rows = await database()
    .selectFrom("sessions")
    .select("id")
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .execute();
  return rows.length;
};

test("of forty wrong codes at once, one letter tells the owner", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await givePassword(who);
  await forty((index) => completeLogin(token, "authenticator", appCode(who, 9), visitorFrom(index)));
  await deliverPost();
  expect(letters(who.email)).toHaveLength(1);
});

test("forty sweeps at once tell of each unfinished login once", async () => {
  const of = await organisation();
  const people = await Promise.all([1, 2, 3].map(() => person(of, { authenticator: true })));
  for (const who of people) await givePassword(who);
  const fourMinutesAgo = new Date(Date.now() - minutes(4));
  await database().updateTable("pending_logins").set({ created_at: fourMinutesAgo }).execute();
  await forty(() => sweep(minutes(1)));
  await deliverPost();
  expect(
    letters()
      .map(({ to }) => to)
      .sort(),
  ).toEqual(people.map(({ email }) => email).sort());
});

test("of forty calls for help at once, one reaches the administrator", async () => {
  const of = await organisation();
  const administrator = await person(of, { role: "administrator", email: "ada@example.com" });
  const token = await givePassword(await person(of));
  await forty(() => askForHelp(token, visitor));
  await deliverPost();
  expect(letters(administrator.email)).toHaveLength(1);
});

test("forty logins at once leave ten sessions", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  const tokens: string[] = [];
  for (let login = 0; login < 40; login += 1) tokens.push(await givePassword(who));
  const outcomes = await forty((index) => redeemLogin(tokens[index] ?? "", visitor));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await liveSessions(who.id)).toBe(mostSessions);
});

test("of forty logouts of one session at once, one ends it and is written down", async () => {
  const { actor } = await logInByPassword(await person(await organisation()));
  await forty(() => logOut(actor));
  const events = await database()
    .selectFrom("audit_events")
    .select("reason")
    .where("event", "=", "session.ended")
    .execute();
  expect(events).toEqual([{ reason: "logged-out" }]);
});

test("a reset in the midst of forty logins leaves no session and no way in", async () => {
  const of = await organisation();
  const who = await person(of, { authenticator: true });
  const by = await holder(
    await person(of, { role: "administrator", email: "ada@example.com" }),
    "users.reset-two-factor",
  );
  const tokens: string[] = [];
  for (let login = 0; login < 40; login += 1) tokens.push(await givePassword(who, null, visitorFrom(login)));
  // Each as if proven: an authenticator proves one login per step.
  await database()
    .updateTable("pending_logins")
    .set({ verified_at: new Date(), verified_by: "authenticator" })
    .where("user_id", "=", who.id)
    .execute();
  await forty((index) =>
    index === 20
      ? resetTwoFactor(by, who.id, "Called back on the known number")
      : redeemLogin(tokens[index] ?? "", visitor).then(({ ok }) => ({ ok })),
  );
  expect(await liveSessions(who.id)).toBe(0);
  expect((await forty((index) => redeemLogin(tokens[index] ?? "", visitor))).some(({ ok }) => ok)).toBe(
    false,
  );
});

test("of forty resets at once one is written down and told, and the others find nothing left", async () => {
  const of = await organisation();
  const who = await person(of, { authenticator: true });
  const ada = await person(of, { role: "administrator", email: "ada@example.com" });
  const by = await holder(ada, "users.reset-two-factor");
  const outcomes = await forty(() => resetTwoFactor(by, who.id, "Called back on the known number"));
  const done = outcomes.map((outcome) => outcome.ok && outcome.value);
  expect(done.sort()).toEqual([...Array(39).fill("nothing-to-reset"), "two-factor-reset"]);
  await deliverPost();
  expect(letters(who.email)).toHaveLength(1);
});

test("a reset at the moment of a right code leaves no session, and neither waits for the other in a circle", async () => {
  const of = await organisation();
  const by = await holder(
    await person(of, { role: "administrator", email: "ada@example.com" }),
    "users.reset-two-factor",
  );
  for (let round = 0; round < 12; round += 1) {
    const who = await person(of, { authenticator: true });
    const token = await givePassword(who, null, visitorFrom(round));
    const [completed, reset] = await Promise.all([
      completeLogin(token, "authenticator", appCode(who), visitorFrom(round)),
      resetTwoFactor(by, who.id, "Called back on the known number"),
    ]);
    expect(reset.ok).toBe(true);
    if (!completed.ok) expect(completed.code).toMatch(/^(not-open|method-not-usable|used-already)$/);
    expect(await liveSessions(who.id)).toBe(0);
  }
});

test("a session that is ended while its step-up is redeemed is renewed or ended, never both", async () => {
  const of = await organisation({ switchedOn: false });
  for (let round = 0; round < 12; round += 1) {
    const who = await person(of);
    const [{ actor }, owner] = [await logIn(who), await logIn(who)];
    const started = await startStepUp(actor, who.password, nothingBegun);
    if (!started.ok) throw new Error("The step-up was refused");
    const [redeemed, ended] = await Promise.all([
      redeemLogin(started.value.token, visitor),
      endOwnSession(owner.actor, actor.sessionId),
    ]);
    expect([redeemed.ok, ended.ok].filter(Boolean)).toHaveLength(1);
    expect(await liveSessions(who.id)).toBe(redeemed.ok ? 2 : 1);
  }
});

test("all other sessions end behind whoever holds their owner: neither waits for the other in a circle", async () => {
  const who = await person(await organisation());
  const [{ actor }, { actor: elsewhere }] = [await logInByPassword(who), await logInByPassword(who)];
  await beginEnrolment(actor);
  // As an enrolment is confirmed, or a step-up takes it along: the owner, what is shown, and then the sessions.
  const holding = async (trx: Transaction) => {
    await lockingUser(who.id)(trx);
    await trx.selectFrom("authenticator_enrolments").select("user_id").forUpdate().execute();
  };
  const ending = (trx: Transaction) => trx.selectFrom("sessions").select("id").forUpdate().execute();
  expect(await comingBetween(holding, () => endOtherSessions(elsewhere), ending)).toBe(1);
});

type Change = (actor: FreshActor, elsewhere: FreshActor) => Promise<() => Promise<unknown>>;
/** A proof that comes to nothing is written down as well. */
const onTheirWay: [string, Change, ...recorded: string[]][] = [
  ["new recovery codes", async (actor) => () => renewRecoveryCodes(actor)],
  ["a removal of the authenticator", async (actor) => () => removeAuthenticator(actor)],
  ["codes by e-mail turned off", async (actor) => () => changeEmailMethod(actor, false)],
  ["a choice of the preferred method", async (actor) => () => changePreferredMethod(actor, "email")],
  [
    "the word that recovery codes are saved",
    async (actor) => {
      await inTransaction((trx) => makeRecoveryCodes(trx, actor));
      const { madeAt } = (await showNewBatch(actor)) ?? { madeAt: new Date(0) };
      return () => confirmSavedCodes(actor, madeAt);
    },
  ],
  ["a new name", async (actor) => () => changeProfile(actor, { name: "Jane Roe" })],
  ["the beginning of an enrolment", async (actor) => () => beginEnrolment(actor)],
  [
    "the code of an enrolment",
    async (actor) => {
      await beginEnrolment(actor);
      const code = codeOf(await secretShown(actor));
      return () => confirmEnrolment(actor, code);
    },
    "authenticator.refused",
  ],
  ["the end of all other sessions", async (actor) => () => endOtherSessions(actor)],
  [
    "the end of another session",
    async (actor, { sessionId }) =>
      () =>
        endOwnSession(actor, sessionId),
  ],
];

test.each(onTheirWay)(
  "%s, on its way in a session that is ended just now, comes to nothing",
  async (_, prepare, ...recorded) => {
    const who = await person(await organisation(), { authenticator: true });
    const [{ actor }, { actor: elsewhere, sessionToken }] = [
      await logInByPassword(who),
      await logInByPassword(who),
    ];
    const change = await prepare(actor, elsewhere);
    const before = await describeMethods(who.id);
    const eventsBefore = await eventsAbout(who);
    const ending = async (trx: Transaction) => {
      await lockingUser(who.id)(trx);
      await endOthersBecause(trx, elsewhere, "ended-by-user");
    };
    await comingBetween(ending, change);
    expect(await describeMethods(who.id)).toEqual(before);
    expect(await isLive(sessionToken)).toBe(true);
    expect(await eventsAbout(who)).toEqual([...eventsBefore, "session.ended", ...recorded]);
  },
);

test("what is on its way in a session that was renewed meanwhile is done, and not where the renewed one is ended", async () => {
  const who = await person(await organisation({ switchedOn: false }));
  const [{ actor }, owner] = [await logIn(who), await logIn(who)];
  const renew = async (by: FreshActor) => {
    const started = await startStepUp(by, who.password, nothingBegun);
    const renewed = started.ok ? await redeemLogin(started.value.token, visitor) : undefined;
    if (!renewed?.ok) throw new Error("The step-up was refused");
    return actorBehind(renewed.value.sessionToken);
  };
  const twice = await renew(await renew(actor));
  expect(await changeProfile(actor, { name: "Jane Roe" })).toMatchObject({ ok: true });
  expect(await endOwnSession(owner.actor, twice.sessionId)).toMatchObject({ ok: true });
  expect(await changeProfile(actor, { name: "Joan Doe" })).toMatchObject({
    ok: false,
    code: "session-ended",
  });
});

/** Whoever steps up in another tab comes into another session; what was asked for in the one before is on its way. */
async function renewing() {
  const who = await person(await organisation(), { authenticator: true });
  const { actor } = await logInByPassword(who);
  const started = await startStepUp(actor, who.password, nothingBegun);
  if (!started.ok) throw new Error("The step-up was refused");
  const { token } = started.value;
  const tokens = tokensFor(token, visitor);
  /** The same as a part of `trx`. */
  const renewIn = async (trx: Transaction) => {
    await trx
      .updateTable("pending_logins")
      .set({ verified_at: new Date(), verified_by: "authenticator" })
      .where("purpose", "=", "step-up")
      .execute();
    await redeem(trx, { ...redeemingOf(token, tokens, visitor, new Date()), fromNewBrowser: true });
  };
  return {
    who,
    actor,
    sessionToken: tokens.sessionToken,
    renew: () => giveCode(token, "authenticator", appCode(who)),
    renewIn,
  };
}

test.each<[string, (actor: FreshActor) => Promise<unknown>]>([
  ["the end of all other sessions", (actor) => endOtherSessions(actor)],
  ["another password", (actor) => changePassword(actor, password, "seven otters cross river")],
  ["codes by e-mail turned off", (actor) => changeEmailMethod(actor, false)],
  ["a removal of the authenticator", (actor) => removeAuthenticator(actor)],
])("%s, on its way in a session that was renewed meanwhile, leaves the renewed one", async (_, change) => {
  const { actor, renew } = await renewing();
  const { sessionToken } = await renew();
  await change(actor);
  expect(await isLive(sessionToken)).toBe(true);
});

test("what is to be shown to a session that was renewed meanwhile is shown in the renewed one", async () => {
  const { actor, renew } = await renewing();
  const renewed = await actorBehind((await renew()).sessionToken);
  expect(await beginEnrolment(actor)).toMatchObject({ ok: true });
  expect(await showEnrolment(renewed)).toBeDefined();
  expect(await renewRecoveryCodes(actor)).toMatchObject({ ok: true });
  const { madeAt } = (await showNewBatch(renewed)) ?? { madeAt: new Date(0) };
  expect(await confirmSavedCodes(actor, madeAt)).toMatchObject({ ok: true });
  expect(await showNewBatch(renewed)).toBeUndefined();
});

test("an enrolment whose code is on its way while a step-up takes it along is confirmed in the renewed session", async () => {
  const { who, actor, renewIn, sessionToken } = await renewing();
  await beginEnrolment(actor);
  const code = codeOf(await secretShown(actor));
  const confirm = () => confirmEnrolment(actor, code);
  expect(await comingBetween(lockingUser(who.id), confirm, renewIn)).toMatchObject({ ok: true });
  expect(await showNewBatch(await actorBehind(sessionToken))).toBeDefined();
});

test("whoever logs out while a step-up in another tab renews their session is out of the renewed one, too", async () => {
  const { actor, renew } = await renewing();
  const { sessionToken } = await renew();
  await logOut(actor);
  expect(await isLive(sessionToken)).toBe(false);
});

test("so is whoever logs out at the very moment of that step-up", async () => {
  const { who, actor, renewIn, sessionToken } = await renewing();
  await comingBetween(lockingUser(who.id), () => logOut(actor), renewIn);
  expect(await isLive(sessionToken)).toBe(false);
});

test("sweeps at once that come to the same people in another order wait for one another in no circle", async () => {
  const of = await organisation();
  const people = await Promise.all([1, 2, 3, 4].map(() => person(of, { authenticator: true })));
  const begun = new Date(Date.now() - minutes(30));
  for (let round = 0; round < 8; round += 1)
    for (const [index, who] of (round % 2 ? people.toReversed() : people).entries()) {
      const token = await givePassword(who, null, visitorFrom(4 * round + index));
      await database()
        .updateTable("pending_logins")
        .set({ created_at: new Date(begun.getTime() + 1_000 * (4 * round + index)) })
        .where("token_digest", "=", digest("pending-login", token))
        .execute();
    }
  const told = await Promise.all(Array.from({ length: 8 }, () => warnOfUnfinishedLogins(people.length)));
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(32);
  await deliverPost();
  expect(letters()).toHaveLength(people.length);
});
