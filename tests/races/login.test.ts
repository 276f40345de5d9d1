import { expect, test } from "vitest";
import { limitsOfProofsFrom } from "@/lib/accounts/door-limits";
import { refusedUnseen } from "@/lib/accounts/refused-unseen";
import { database } from "@/lib/database/connection";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { spendingGate } from "@/lib/throttle/spend-limits";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { refusedSecondStep } from "@/lib/two-factor/record-second-step";
import { spendTry } from "@/lib/two-factor/spend-try-queries";
import { forty } from "../support/forty";
import { codeFor, letters } from "../support/mailbox";
import {
  appCode,
  givePassword,
  organisation,
  person,
  somewhere,
  verifiedLogin,
  visitor,
  visitorFrom,
} from "../support/world";

const succeeded = (outcomes: { ok: boolean }[]) => outcomes.filter(({ ok }) => ok).length;

test("of forty right codes at once, one opens the door", async () => {
  const who = await person(await organisation());
  const token = await givePassword(who);
  await issueChallenge(token, { resend: false, visitor });
  const code = codeFor(who.email);
  expect(succeeded(await forty((index) => completeLogin(token, "email", code, visitorFrom(index))))).toBe(1);
});

test("of ten right codes at once from one address, one opens the door, and none waits in a circle", async () => {
  const of = await organisation();
  for (let round = 0; round < 6; round += 1) {
    const who = await person(of, { authenticator: true });
    const token = await givePassword(who);
    const from = visitorFrom(round);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => completeLogin(token, "authenticator", appCode(who), from)),
    );
    expect(succeeded(outcomes)).toBe(1);
  }
});

test("an office behind one address logs in at once, in two tabs each, and nobody waits in a circle", async () => {
  const of = await organisation();
  for (let round = 0; round < 6; round += 1) {
    const from = visitorFrom(round);
    const people = await Promise.all([1, 2, 3, 4].map(() => person(of, { authenticator: true })));
    const outcomes = await Promise.all(
      people.map(async (who) => {
        const token = await givePassword(who, null, from);
        const [answered, again] = await Promise.all([
          completeLogin(token, "authenticator", appCode(who), from),
          givePassword(who, token, from),
          redeemLogin(token, from),
        ]);
        // Where the other tab's password came first, the login answers to its token.
        return answered.ok ? answered : completeLogin(again, "authenticator", appCode(who), from);
      }),
    );
    expect(succeeded(outcomes)).toBe(people.length);
  }
});

test("of presses at once of one button, one opens the door and the others are told that it is open", async () => {
  const of = await organisation();
  for (const method of ["email", "authenticator"] as const)
    for (let round = 0; round < 6; round += 1) {
      const who = await person(of, { authenticator: true });
      const token = await givePassword(who);
      if (method === "email") await issueChallenge(token, { resend: false, visitor });
      const code = method === "email" ? codeFor(who.email) : appCode(who);
      const presses = Array.from({ length: 5 }, () => completeLogin(token, method, code, visitorFrom(round)));
      const outcomes = await Promise.all(presses);
      expect(succeeded(outcomes)).toBe(1);
      for (const outcome of outcomes)
        if (!outcome.ok) expect(outcome).toMatchObject({ code: "not-open", state: "redeemed" });
    }
  const refused = database().selectFrom("audit_events").where("event", "=", "second-step.refused");
  expect(await refused.selectAll().execute()).toHaveLength(0);
});

test("of presses at once in a browser that its owner never had, one proves the login and the others are told so", async () => {
  const of = await organisation();
  for (let round = 0; round < 6; round += 1) {
    const who = await person(of, { authenticator: true });
    await database()
      .updateTable("users")
      .set({ last_login_at: new Date() })
      .where("id", "=", who.id)
      .execute();
    const token = await givePassword(who);
    const press = () => completeLogin(token, "authenticator", appCode(who), visitorFrom(round));
    const outcomes = await Promise.all(Array.from({ length: 5 }, press));
    expect(succeeded(outcomes)).toBe(1);
    for (const outcome of outcomes)
      if (!outcome.ok) expect(outcome).toMatchObject({ code: "not-open", state: "verified" });
  }
  const refused = database().selectFrom("audit_events").where("event", "=", "second-step.refused");
  expect(await refused.selectAll().execute()).toHaveLength(0);
});

test("of forty logins with one authenticator code at once, one opens the door", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const tokens: string[] = [];
  for (let index = 0; index < 40; index += 1) tokens.push(await givePassword(who, null, visitorFrom(index)));
  const code = appCode(who);
  expect(
    succeeded(
      await forty((index) => completeLogin(tokens[index] ?? "", "authenticator", code, visitorFrom(index))),
    ),
  ).toBe(1);
});

test("of forty wrong codes at once, five are compared", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await givePassword(who);
  const wrong = appCode(who, 3);
  const outcomes = await forty((index) => completeLogin(token, "authenticator", wrong, visitorFrom(index)));
  const compared = outcomes.filter((outcome) => !outcome.ok && outcome.code !== "not-open");
  expect(compared).toHaveLength(5);
  const refused = await database()
    .selectFrom("audit_events")
    .selectAll()
    .where("event", "=", "second-step.refused")
    .execute();
  // The others are written down too: they came to a login without tries.
  expect(refused).toHaveLength(40);
  expect(refused.filter(({ reason }) => reason !== "no-tries-left")).toHaveLength(5);
});

test("of forty guesses at once at one account, each from another network, ten count, and a right one behind them opens nothing", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const tokens: string[] = [];
  for (let index = 0; index < 8; index += 1) tokens.push(await givePassword(who, null, somewhere()));
  const [right, wrong] = [appCode(who), appCode(who, 3)];
  // The right one comes last, and is compared before the failures of most others are counted.
  const outcomes = await forty((index) =>
    completeLogin(tokens[index % 8] ?? "", "authenticator", index === 39 ? right : wrong, somewhere()),
  );
  const codes = outcomes.map((outcome) => (outcome.ok ? "open" : outcome.code));
  expect(codes.at(-1)).toBe("too-many");
  expect(codes.filter((code) => code !== "too-many")).toHaveLength(10);
});

test("of forty takers of the try counter, five get a try", async () => {
  const token = await givePassword(await person(await organisation()));
  const spent = await forty(async (index) => {
    const from = visitorFrom(index);
    const gate = await spendingGate(limitsOfProofsFrom(from));
    const refused = refusedSecondStep(undefined, "email", "too-many", from);
    return spendTry(database(), token, gate, await refusedUnseen(refused, gate, from), new Date());
  });
  expect(spent.filter(({ pending }) => pending)).toHaveLength(5);
});

test("a verified login redeemed forty times at once opens one session", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await verifiedLogin(who);
  const outcomes = await forty(() => redeemLogin(token, visitor));
  expect(new Set(outcomes.map((each) => (each.ok ? each.value.sessionToken : null))).size).toBe(1);
  expect(await database().selectFrom("sessions").selectAll().execute()).toHaveLength(1);
});

test("forty resends at once send five codes, of which one is live, and count five", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await givePassword(who);
  expect(
    succeeded(await forty((index) => issueChallenge(token, { resend: true, visitor: visitorFrom(index) }))),
  ).toBe(5);
  expect(letters(who.email)).toHaveLength(5);
  const live = await database()
    .selectFrom("challenges")
    .selectAll()
    .where("replaced_at", "is", null)
    .execute();
  expect(live).toHaveLength(1);
  const counters = await database().selectFrom("throttles").select("count").execute();
  expect(Math.max(...counters.map(({ count }) => count))).toBe(5);
});
