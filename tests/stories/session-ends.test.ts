import { describe, expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/change-password";
import { database } from "@/lib/database/connection";
import { milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { editUser } from "@/lib/organisations/edit-user";
import type { UserFields } from "@/lib/organisations/user-change";
import { freshly } from "@/lib/sessions/actor";
import { endOtherSessions, endOwnSession, logOut } from "@/lib/sessions/end-sessions";
import { listOwnSessions } from "@/lib/sessions/list-sessions";
import { mostSessions, type Role } from "@/lib/sessions/session";
import { changeEmailMethod, removeAuthenticator } from "@/lib/two-factor/change-methods";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { renewRecoveryCodes } from "@/lib/two-factor/make-recovery-codes";
import { at, pass } from "../support/clock";
import { holder } from "../support/staff";
import {
  actorBehind,
  appCode,
  givePassword,
  isLive,
  logIn,
  loginBehind,
  nothingBegun,
  organisation,
  type Person,
  person,
  visitor,
} from "../support/world";

describe("sessions", () => {
  test("are at most ten at once: the next login ends the one that was seen longest ago", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation({ switchedOn: false }));
    const tokens: string[] = [];
    for (let login = 0; login <= mostSessions; login += 1) {
      // The first one is used all the while, so the second is the one that was left alone longest.
      if (tokens[0]) await actorBehind(tokens[0]);
      tokens.push((await logIn(who)).sessionToken);
      pass(minutes(2));
    }
    const live = await Promise.all(tokens.map(isLive));
    expect(live).toEqual(tokens.map((_, index) => index !== 1));
    expect(await listOwnSessions(await actorBehind(tokens[0] ?? ""))).toHaveLength(mostSessions);
    const ended = await database()
      .selectFrom("audit_events")
      .select(["reason", "target_id"])
      .where("event", "=", "session.ended")
      .execute();
    expect(ended).toEqual([{ reason: "too-many-sessions", target_id: who.id }]);
  });
});

const fieldsOf = ({ name, email }: Person): UserFields => ({
  name,
  email,
  role: "member",
  status: "active",
  teamIds: [],
});

/** What ends everything that rests on the old state: by the user themselves, and by an administrator. */
const byThemselves = {
  "a changed password": async (who: Person) => {
    const { actor } = await logIn({ ...who });
    await changePassword(actor, who.password, "another harbour entirely eighty");
  },
  "a removed authenticator": async (who: Person) => removeAuthenticator((await logIn(who)).actor),
  "codes by e-mail turned off": async (who: Person) => changeEmailMethod((await logIn(who)).actor, false),
  "new recovery codes": async (who: Person) => renewRecoveryCodes((await logIn(who)).actor),
  "ending all other sessions": async (who: Person) => endOtherSessions((await logIn(who)).actor),
};

const byAdministrator: Record<string, Partial<UserFields>> = {
  "another role": { role: "manager" },
  "another address": { email: "another@example.com" },
  "being deactivated": { status: "deactivated" },
};

/** What the audit log tells of sessions that have ended. */
const endings = () =>
  database()
    .selectFrom("audit_events")
    .select(["actor_id", "target_id", "detail"])
    .where("event", "=", "session.ended")
    .execute();

/** A session and a login that has proven its second step and waits, in another browser than the one that changes. */
async function elsewhere(who: Person) {
  at("2027-05-03T14:32:00.000Z");
  const { sessionToken } = await logIn(who);
  pass(minutes(1));
  const waiting = await givePassword(who);
  await completeLogin(waiting, "authenticator", appCode(who), visitor);
  pass(minutes(1));
  return { sessionToken, waiting };
}

type Elsewhere = Awaited<ReturnType<typeof elsewhere>>;

async function expectEnded({ sessionToken, waiting }: Elsewhere) {
  expect(await isLive(sessionToken)).toBe(false);
  expect(await redeemLogin(waiting, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
}

/** The same of a colleague, whom it does not concern. */
async function expectUntouched({ sessionToken, waiting }: Elsewhere) {
  expect(await isLive(sessionToken)).toBe(true);
  expect(await redeemLogin(waiting, visitor)).toMatchObject({ ok: true });
}

describe("sessions elsewhere, and a login that waits behind its second step, but no colleague's, end with", () => {
  test.each(Object.entries(byThemselves))("%s, and the audit log says so", async (_, act) => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    const colleagues = await elsewhere(await person(of, { authenticator: true }));
    const others = await elsewhere(who);
    await act(who);
    await expectEnded(others);
    await expectUntouched(colleagues);
    expect(await endings()).toEqual([{ actor_id: who.id, target_id: who.id, detail: { count: 1 } }]);
  });

  test.each(Object.entries(byAdministrator))("%s", async (_, change) => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    const colleagues = await elsewhere(await person(of, { authenticator: true }));
    const others = await elsewhere(who);
    const ada = await person(of, { role: "administrator", email: `ada-${of.id}@example.com` });
    const edit = await holder(ada, "users.edit");
    const wanted = { ...fieldsOf(who), ...change };
    expect((await editUser(edit, who.id, wanted, { revision: 1, sendActivation: false })).ok).toBe(true);
    await expectEnded(others);
    await expectUntouched(colleagues);
  });
});

test.each(Object.entries(byThemselves))(
  "%s, where no other session is, records no end of any",
  async (_, act) => {
    await act(await person(await organisation(), { authenticator: true }));
    expect(await endings()).toEqual([]);
  },
);

describe("a step-up opens no session in place of one that", () => {
  /** Somebody's session, a step-up in it that may be redeemed, and another session of theirs. */
  async function steppingUp(role: Role = "member") {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation({ switchedOn: false }), { role });
    const { actor, sessionToken } = await logIn(who);
    const elsewhere = await logIn(who);
    const started = await startStepUp(actor, who.password, nothingBegun);
    if (!started.ok) throw new Error("The step-up was refused");
    return { who, actor, sessionToken, elsewhere, token: started.value.token };
  }
  type SteppingUp = Awaited<ReturnType<typeof steppingUp>>;

  async function expectNothingOpened({ who, token }: SteppingUp) {
    const before = await listUnendedOf(who);
    expect(await redeemLogin(token, visitor)).toEqual({ ok: false, code: "nothing-to-redeem" });
    expect(await listUnendedOf(who)).toEqual(before);
    const completed = database().selectFrom("audit_events").where("event", "=", "step-up.completed");
    expect(await completed.select("id").execute()).toEqual([]);
  }
  const listUnendedOf = (who: Person) =>
    database()
      .selectFrom("sessions")
      .select("id")
      .where("user_id", "=", who.id)
      .where("ended_at", "is", null)
      .orderBy("id")
      .execute();

  test.each<[string, (of: SteppingUp) => Promise<unknown>]>([
    ["was ended from another one", ({ elsewhere, actor }) => endOwnSession(elsewhere.actor, actor.sessionId)],
    ["was logged out of", ({ actor }) => logOut(actor)],
    [
      "gave way to one too many",
      async ({ who, elsewhere }) => {
        for (let login = 0; login < mostSessions; login += 1) {
          pass(seconds(40));
          await actorBehind(elsewhere.sessionToken);
          await logIn(who);
        }
      },
    ],
  ])("%s", async (_, end) => {
    const stepUp = await steppingUp();
    await end(stepUp);
    expect(await isLive(stepUp.sessionToken)).toBe(false);
    await expectNothingOpened(stepUp);
  });

  test.each<[string, (of: SteppingUp) => Promise<unknown>]>([
    ["was ended from another one", ({ elsewhere, actor }) => endOwnSession(elsewhere.actor, actor.sessionId)],
    ["was logged out of", ({ actor }) => logOut(actor)],
  ])("%s: it is over, so that no code is asked for in vain", async (_, end) => {
    const stepUp = await steppingUp();
    await end(stepUp);
    expect((await describePendingLogin(stepUp.token))?.state).toBe("cancelled");
  });

  test.each<[string, (of: SteppingUp) => Promise<unknown>]>([
    ["ended", ({ elsewhere, actor }) => endOwnSession(actor, elsewhere.actor.sessionId)],
    ["logged out of", ({ elsewhere }) => logOut(elsewhere.actor)],
  ])("was %s, unless that was another one", async (_, end) => {
    const stepUp = await steppingUp();
    await end(stepUp);
    expect(await redeemLogin(stepUp.token, visitor)).toMatchObject({ ok: true });
  });

  test.each([
    ["administrator", minutes(15)],
    ["member", minutes(30)],
  ] as const)("its user, as %s, has left alone for %i ms", async (role, limit) => {
    const stepUp = await steppingUp(role);
    const leftAlone = (time: number) =>
      database()
        .updateTable("sessions")
        .set({ last_seen_at: new Date(Date.now() - time) })
        .execute();
    await leftAlone(limit);
    await expectNothingOpened(stepUp);
    const again = await startStepUp(stepUp.actor, stepUp.who.password, nothingBegun);
    await leftAlone(limit - 1);
    expect(again.ok && (await redeemLogin(again.value.token, visitor)).ok).toBe(true);
  });

  test("has outlived its twelve hours", async () => {
    const stepUp = await steppingUp();
    await database().updateTable("sessions").set({ expires_at: new Date() }).execute();
    await expectNothingOpened(stepUp);
  });
});

test("a login that ended with a change starts over, also in a browser that still has its cookie", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const others = await elsewhere(who);
  await byThemselves["ending all other sessions"](who);
  expect((await describePendingLogin(others.waiting))?.state).toBe("cancelled");
  const ended = await loginBehind(others.waiting);
  expect(await loginBehind(await givePassword(who, others.waiting))).not.toBe(ended);
});

describe("a proof", () => {
  test.each([
    [minutes(10) - 1, true],
    [minutes(10), false],
  ])("that is %i ms old is fresh: %s", async (age, fresh) => {
    at("2027-05-03T14:32:00.000Z");
    const { actor } = await logIn(await person(await organisation({ switchedOn: false })));
    pass(milliseconds(age));
    expect(freshly(actor, new Date()) !== undefined).toBe(fresh);
  });
});
