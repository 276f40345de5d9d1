/** A session lives while it is used, and is had by one login once. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { endOwnSession, logOut } from "@/lib/sessions/end-sessions";
import { listOwnSessions } from "@/lib/sessions/list-sessions";
import { at, pass } from "../support/clock";
import {
  actorBehind,
  givePassword,
  isLive,
  logIn,
  nothingBegun,
  organisation,
  person,
  visitor,
} from "../support/world";

describe("a session", () => {
  test.each([
    ["administrator", minutes(15) - 1, true],
    ["administrator", minutes(15), false],
    ["member", minutes(30) - 1, true],
    ["member", minutes(30), false],
  ] as const)("of a %s left alone for %i ms is live: %s", async (role, age, live) => {
    at("2027-05-03T08:00:00.000Z");
    const { sessionToken } = await logIn(await person(await organisation({ switchedOn: false }), { role }));
    pass(milliseconds(age));
    expect(await isLive(sessionToken)).toBe(live);
    // What was idle once is not revived by having been asked for.
    expect(await isLive(sessionToken)).toBe(live);
  });

  test("that is used all day ends after 12 hours", async () => {
    at("2027-05-03T08:00:00.000Z");
    const { sessionToken } = await logIn(await person(await organisation({ switchedOn: false })));
    for (let quarters = 1; quarters < 48; quarters += 1) {
      pass(minutes(15));
      expect(await isLive(sessionToken)).toBe(true);
    }
    pass(milliseconds(minutes(15) - 1));
    expect(await isLive(sessionToken)).toBe(true);
    pass(milliseconds(1));
    expect(await isLive(sessionToken)).toBe(false);
  });

  test("ends at the next request when its user is deactivated", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const { sessionToken } = await logIn(who);
    await database().updateTable("users").set({ status: "deactivated" }).where("id", "=", who.id).execute();
    expect(await isLive(sessionToken)).toBe(false);
  });

  test.each([
    [seconds(10) - 1, true],
    [seconds(10), false],
  ])("that is asked for again by its login %i ms later is the same: %s", async (later, same) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation({ switchedOn: false }));
    const token = await givePassword(who);
    const first = await redeemLogin(token, visitor);
    pass(later as ReturnType<typeof seconds>);
    const again = await redeemLogin(token, visitor);
    expect(again).toEqual(same ? first : { ok: false, code: "nothing-to-redeem" });
    expect(await database().selectFrom("sessions").selectAll().execute()).toHaveLength(1);
  });

  test("that has ended is not had again by its login", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const token = await givePassword(who);
    const opened = await redeemLogin(token, visitor);
    if (!opened.ok) throw new Error("The login was not redeemed");
    await logOut(await actorBehind(opened.value.sessionToken));
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
  });

  test("is renewed under a new token by a step-up, and the old token dies", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const { sessionToken, actor } = await logIn(who);
    const started = await startStepUp(actor, who.password, nothingBegun);
    if (!started.ok) throw new Error("The step-up was refused");
    const redeemed = await redeemLogin(started.value.token, visitor);
    if (!redeemed.ok) throw new Error("The step-up was not redeemed");
    expect(redeemed.value.sessionToken).not.toBe(sessionToken);
    expect(await isLive(sessionToken)).toBe(false);
    expect((await actorBehind(redeemed.value.sessionToken)).userId).toBe(who.id);
  });
});

test("a session is ended by its owner alone: somebody else's is not found, nor is one that has ended", async () => {
  const of = await organisation({ switchedOn: false });
  const [who, other] = [await person(of), await person(of, { role: "administrator" })];
  const theirs = await logIn(who);
  const { actor } = await logIn(other);
  expect(await endOwnSession(actor, theirs.actor.sessionId)).toEqual({ ok: false, code: "not-found" });
  expect(await isLive(theirs.sessionToken)).toBe(true);
  const elsewhere = await logIn(who);
  expect(await endOwnSession(elsewhere.actor, theirs.actor.sessionId)).toEqual({ ok: true });
  expect(await isLive(theirs.sessionToken)).toBe(false);
  expect(await endOwnSession(elsewhere.actor, theirs.actor.sessionId)).toEqual({
    ok: false,
    code: "not-found",
  });
});

describe("the list of one's own sessions", () => {
  test("holds those that live, the one seen last first", async () => {
    at("2027-05-03T08:00:00.000Z");
    const who = await person(await organisation({ switchedOn: false }));
    const first = await logIn(who);
    pass(minutes(2));
    const second = await logIn(who);
    const ended = await logIn(who);
    await logOut(ended.actor);
    const ids = async () => (await listOwnSessions(second.actor)).map(({ id }) => id);
    expect(await ids()).toEqual([second.actor.sessionId, first.actor.sessionId]);
    pass(minutes(2));
    await isLive(first.sessionToken);
    expect(await ids()).toEqual([first.actor.sessionId, second.actor.sessionId]);
    await database()
      .updateTable("sessions")
      .set({ expires_at: new Date() })
      .where("id", "=", first.actor.sessionId)
      .execute();
    expect(await ids()).toEqual([second.actor.sessionId]);
  });

  test.each([
    ["administrator", minutes(15)],
    ["member", minutes(30)],
  ] as const)("of a %s holds none that was left alone for %i ms", async (role, limit) => {
    at("2027-05-03T08:00:00.000Z");
    const who = await person(await organisation({ switchedOn: false }), { role });
    const { actor } = await logIn(who);
    pass(milliseconds(limit - 1));
    expect(await listOwnSessions(actor)).toHaveLength(1);
    pass(milliseconds(1));
    expect(await listOwnSessions(actor)).toEqual([]);
  });
});
