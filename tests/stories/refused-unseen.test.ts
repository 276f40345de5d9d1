/** Proofs that are refused before they are looked at: each is in the audit log, and no flood of them fills it. */
import { describe, expect, test } from "vitest";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { requestPasswordReset, sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { requestActivationAgain, sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { minutes } from "@/lib/kernel/duration";
import { completeLogin } from "@/lib/login/complete-login";
import { limitRedeeming } from "@/lib/login/limit-redeeming";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { limits } from "@/lib/throttle/limit";
import { spendLimits } from "@/lib/throttle/spend-limits";
import { cancelPendingLogin } from "@/lib/two-factor/cancel-pending-login";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { at, pass } from "../support/clock";
import { tokenFor } from "../support/post";
import { statementsOf } from "../support/statements";
import {
  appCode,
  givePassword,
  logIn,
  nothingBegun,
  organisation,
  person,
  visitor,
  visitorFrom,
} from "../support/world";

describe("a proof that is refused unseen is written down about the account that it was for:", () => {
  /** The newest refusals of `event` about `who`, and how many there are of nobody. */
  async function refusals(event: string, who: { id: string }) {
    const rows = await database()
      .selectFrom("audit_events")
      .selectAll()
      .where("event", "=", event)
      .orderBy("id", "desc")
      .execute();
    return {
      reasons: rows.filter(({ target_id }) => target_id === who.id).map(({ reason }) => reason),
      ofNobody: rows.filter(({ target_id }) => target_id === null).length,
      newest: rows[0],
    };
  }

  const guesses = async (count: number, guess: () => Promise<{ ok: boolean }>) => {
    for (let index = 0; index < count; index += 1) expect((await guess()).ok).toBe(false);
  };
  const { most } = limits["second-step-per-address-and-minute"];
  const elsewhere = visitorFrom(77);

  test("a code for a login that has no tries left, was cancelled, or timed out", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const answer = (token: string) => completeLogin(token, "authenticator", "000000", visitorFrom(2));
    const spent = await givePassword(who);
    await guesses(6, () => answer(spent));
    const cancelled = await givePassword(who);
    await cancelPendingLogin(cancelled, visitor);
    await guesses(1, () => answer(cancelled));
    at(new Date());
    const late = await givePassword(who);
    pass(minutes(10));
    await guesses(1, () => answer(late));
    expect((await refusals("second-step.refused", who)).reasons.slice(0, 3)).toEqual([
      "timed-out",
      "cancelled",
      "no-tries-left",
    ]);
  });

  test("a second press of a button whose code was right is no failure", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const token = await givePassword(who);
    const press = () => completeLogin(token, "authenticator", appCode(who), visitor);
    expect([(await press()).ok, (await press()).ok]).toEqual([true, false]);
    expect((await refusals("second-step.refused", who)).reasons).toEqual([]);
  });

  test("a code that the limit of its source refuses, in the statement that refuses it", async () => {
    const of = await organisation();
    const who = await person(of, { authenticator: true });
    const token = await givePassword(who);
    const answer = (to: string) => completeLogin(to, "authenticator", "000000", elsewhere);
    await guesses(most, () => answer("of no login at all"));
    const [refused, statements] = await statementsOf(() => answer(token));
    expect(refused).toMatchObject({ code: "too-many" });
    expect(statements).toHaveLength(1);
    const known = await refusals("second-step.refused", who);
    expect(known.reasons).toEqual(["too-many"]);
    expect(known.newest).toMatchObject({
      organisation_id: of.id,
      actor_id: who.id,
      method: "authenticator",
      address: elsewhere.address,
      browser: elsewhere.userAgent,
    });
    await guesses(20, () => answer("of no login at all"));
    expect((await refusals("second-step.refused", who)).ofNobody).toBe(known.ofNobody);
  });

  test.each([
    ["password.reset-refused", "a reset link", sendPasswordReset, resetPassword],
    [
      "activation.refused",
      "an activation link",
      ({ userId }: { userId: string }) => sendActivation({ userId }),
      confirmEmail,
    ],
  ] as const)("%s: %s that the limit of its source refuses", async (event, _, send, open) => {
    const who = await person(await organisation(), { confirmed: false });
    await send({ userId: who.id });
    const use = async (token: string) => open(token, "seven otters cross the river", elsewhere);
    await guesses(most, () => use("never mailed to anybody"));
    const before = await refusals(event, who);
    const [refused, statements] = await statementsOf(() => use(tokenFor(who.email)));
    expect(refused).toMatchObject({ code: "too-many" });
    expect(statements).toHaveLength(1);
    await guesses(20, () => use("never mailed to anybody"));
    const after = await refusals(event, who);
    expect(after.reasons).toEqual(["too-many"]);
    expect(after.ofNobody).toBe(before.ofNobody);
  });

  test("a password at a closed door: once a minute for an account, and ten times for a network", async () => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation());
    const tooMany = async () => {
      const rows = await database()
        .selectFrom("audit_events")
        .select("target_id")
        .where("event", "=", "password.refused")
        .where("reason", "=", "too-many")
        .execute();
      return rows.map(({ target_id }) => target_id);
    };
    const tryAs = (email: string, from = elsewhere) =>
      startLogin({ email, password: "not the right password" }, { ...nothingBegun, visitor: from });
    await guesses(10, () => tryAs(who.email));
    expect(await tooMany()).toEqual([who.id]);
    await guesses(40, () => tryAs(who.email));
    expect(await tooMany()).toEqual([who.id]);
    for (let stranger = 0; stranger < 30; stranger += 1)
      await guesses(1, () => tryAs(`stranger-${stranger}@example.com`));
    expect(await tooMany()).toHaveLength(limits["refusals-recorded-per-address"].most);
    pass(minutes(1));
    await guesses(20, () => tryAs(who.email));
    expect((await tooMany()).filter((target) => target === who.id)).toHaveLength(2);
  });

  test.each([
    ["password.reset-requested", requestPasswordReset],
    ["activation.requested", requestActivationAgain],
  ] as const)("%s: a link that is asked for too often, once a minute for an address", async (event, ask) => {
    at("2027-05-03T14:32:00.000Z");
    const who = await person(await organisation(), { confirmed: false });
    const reasons = async () => (await refusals(event, who)).reasons.filter((reason) => reason !== null);
    for (let asked = 0; asked < limits["links-per-account-and-hour"].most; asked += 1)
      expect((await ask(who.email, visitor)).ok).toBe(true);
    expect(await reasons()).toEqual([]);
    expect(await ask(who.email, elsewhere)).toMatchObject({ code: "too-many" });
    expect((await refusals(event, who)).newest).toMatchObject({
      organisation_id: who.organisationId,
      result: "refusal",
      address: elsewhere.address,
    });
    await guesses(5, () => ask(who.email.toUpperCase(), elsewhere));
    expect(await reasons()).toEqual(["too-many"]);
    pass(minutes(1));
    await guesses(5, () => ask(who.email, elsewhere));
    expect(await reasons()).toEqual(["too-many", "too-many"]);
  });

  test("a flood of refused links hides no password at a closed door, and tells no more of nobody", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { most: recorded } = limits["refusals-recorded-per-address"];
    const who = await person(await organisation());
    for (let asked = 0; asked < limits["mail-per-address"].most; asked += 1)
      await spendLimits([{ limit: "mail-per-address", of: "198.51.100.77" }]);
    const before = await refusals("password.reset-requested", who);
    for (let stranger = 0; stranger < recorded + 10; stranger += 1)
      await guesses(1, () => requestPasswordReset(`stranger-${stranger}@example.com`, elsewhere));
    expect((await refusals("password.reset-requested", who)).ofNobody - before.ofNobody).toBe(recorded);
    const { most: passwords } = limits["password-per-account"];
    await guesses(passwords + 1, () =>
      startLogin(
        { email: who.email, password: "not the right one" },
        { ...nothingBegun, visitor: elsewhere },
      ),
    );
    expect((await refusals("password.refused", who)).reasons[0]).toBe("too-many");
  });

  test("a code that nobody may ask for so often", async () => {
    const who = await person(await organisation());
    const token = await givePassword(who);
    for (let sent = 0; sent < limits["mail-per-address"].most; sent += 1)
      await spendLimits([{ limit: "mail-per-address", of: "198.51.100.77" }]);
    expect(await issueChallenge(token, { resend: true, visitor: elsewhere })).toMatchObject({
      code: "too-many",
    });
    expect((await refusals("code.undelivered", who)).reasons).toEqual(["too-many"]);
  });

  test("a code for an enrolment that has run out, or that the limit of its source refuses", async () => {
    const who = await person(await organisation({ switchedOn: false }));
    const { actor } = await logIn(who);
    await guesses(most + 1, () => confirmEnrolment({ ...actor, visitor: elsewhere }, "000000"));
    const { reasons } = await refusals("authenticator.refused", who);
    expect(reasons).toEqual(["too-many", ...Array(most).fill("run-out")]);
  });

  test("a knock at NextAuth's callback that the limit of its source refuses", async () => {
    const who = await person(await organisation(), { authenticator: true });
    const token = await givePassword(who);
    for (let knock = 0; knock < most; knock += 1)
      expect((await limitRedeeming(null, elsewhere)).ok).toBe(true);
    const [refused, statements] = await statementsOf(() => limitRedeeming(token, elsewhere));
    expect(refused).toMatchObject({ code: "too-many" });
    expect(statements).toHaveLength(1);
    await guesses(20, () => limitRedeeming(null, elsewhere));
    const { reasons, ofNobody } = await refusals("login.refused", who);
    expect([reasons, ofNobody]).toEqual([["too-many"], 0]);
  });
});

test("a code that the limit of its source refuses costs its login no try", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await givePassword(who);
  for (let spent = 0; spent < limits["second-step-per-address-and-minute"].most; spent += 1)
    await spendLimits([{ limit: "second-step-per-address-and-minute", of: "198.51.100.77" }]);
  for (let press = 0; press < 6; press += 1)
    expect(await completeLogin(token, "authenticator", appCode(who), visitorFrom(77))).toMatchObject({
      code: "too-many",
    });
  expect((await describePendingLogin(token))?.triesLeft).toBe(5);
  expect((await completeLogin(token, "authenticator", appCode(who), visitor)).ok).toBe(true);
});

test("a login that is asked for while nothing is proven is written down ten times a minute, and refused alike", async () => {
  at("2027-05-03T14:32:00.000Z");
  const token = await givePassword(await person(await organisation()));
  const { most, within } = limits["refusals-recorded-per-address"];
  const refused = async () => {
    const rows = await database()
      .selectFrom("audit_events")
      .select("id")
      .where("event", "=", "login.refused")
      .where("reason", "=", "nothing-to-redeem")
      .execute();
    return rows.length;
  };
  const asks = async (times: number, from = visitor) => {
    for (let ask = 0; ask < times; ask += 1)
      expect(await redeemLogin(token, from)).toEqual({ ok: false, code: "nothing-to-redeem" });
  };
  await asks(most + 5);
  expect(await refused()).toBe(most);
  await asks(1, visitorFrom(77));
  expect(await refused()).toBe(most + 1);
  pass(within);
  await asks(1);
  expect(await refused()).toBe(most + 2);
});
