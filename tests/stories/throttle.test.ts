import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { checkPassword } from "@/lib/accounts/check-password";
import { confirmEmail } from "@/lib/accounts/confirm-email";
import { limitsOfCodesTo } from "@/lib/accounts/door-limits";
import { tokenLife } from "@/lib/accounts/email-token";
import { requestPasswordReset, sendPasswordReset } from "@/lib/accounts/request-password-reset";
import { resetPassword } from "@/lib/accounts/reset-password";
import { requestActivationAgain, sendActivation } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { before, now } from "@/lib/kernel/clock";
import { hours, milliseconds, minutes, seconds } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import type { Visitor } from "@/lib/kernel/visitor";
import { beginSecondStep } from "@/lib/login/begin-second-step";
import { completeLogin } from "@/lib/login/complete-login";
import { limitRedeeming } from "@/lib/login/limit-redeeming";
import { redeemingOf, redeemLogin, tokensFor } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { startStepUp } from "@/lib/login/start-step-up";
import { verifyAndRedeem } from "@/lib/login/verify-and-redeem-queries";
import { type LimitName, limits, sourceOf } from "@/lib/throttle/limit";
import { closeRedis } from "@/lib/throttle/redis-connection";
import { forgiveLimits, spendLimits } from "@/lib/throttle/spend-limits";
import { answerChallenge } from "@/lib/two-factor/answer-challenge";
import { confirmEnrolment } from "@/lib/two-factor/confirm-enrolment";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { at, pass } from "../support/clock";
import { letters } from "../support/mailbox";
import { tokenFor } from "../support/post";
import { redisUrl as redis, redisRuns } from "../support/redis";
import {
  appCode,
  givePassword,
  logIn,
  loginBehind,
  nothingBegun,
  organisation,
  type Person,
  person,
  visitor,
} from "../support/world";

let somebody = "";
beforeEach(() => {
  somebody = crypto.randomUUID();
});

const start = "2027-05-03T14:32:00.000Z";
const knock = (limit: LimitName, of = somebody) => spendLimits([{ limit, of }]);
const knocks = async (count: number, limit: LimitName) => {
  for (let index = 0; index < count; index += 1) expect((await knock(limit)).ok).toBe(true);
};
/** At an address of its own: one Redis counts for all the tests that run at once. */
const elsewhere = () => ({ ...visitor, address: crypto.randomUUID() });
/** What `press` comes to when another one changes what is left to send right after it has looked. */
const overtaken = <Answer>(press: () => Promise<Answer>): Promise<Answer> => {
  const on = database();
  const look = on.executeQuery.bind(on);
  const looking = vi.spyOn(on, "executeQuery").mockImplementationOnce(async (query) => {
    const found = await look<never>(query);
    await on.updateTable("pending_logins").set({ sends_left: sql`sends_left % 4 + 1` }).execute();
    return found;
  });
  return press().finally(() => looking.mockRestore());
};
const closedUntil = (moment: string) => ({ ok: false, code: "too-many", until: new Date(moment) });

describe.each([
  { where: "the database", redisUrl: null, runs: true },
  // It counts alike, whichever database stands beside it.
  ...(inject("databaseKind") === "server"
    ? [{ where: "Redis", redisUrl: redis, runs: await redisRuns() }]
    : []),
])("counted in $where", ({ redisUrl, runs }) => {
  describe.skipIf(!runs)("", () => {
    beforeEach(() => {
      Object.assign(environment(), { redisUrl });
    });
    afterAll(async () => {
      Object.assign(environment(), { redisUrl: null });
      closeRedis();
    });

    describe("whoever holds what is asked for fills no log with what is refused unseen", () => {
      const doors: [string, (from: Visitor) => Promise<() => Promise<{ ok: boolean }>>][] = [
        [
          "a code",
          async (from) => {
            const token = await givePassword(
              await person(await organisation(), { authenticator: true }),
              null,
              from,
            );
            return () => completeLogin(token, "authenticator", "000000", from);
          },
        ],
        [
          "a code that is asked for again",
          async (from) => {
            const token = await givePassword(await person(await organisation()), null, from);
            return () => issueChallenge(token, { resend: true, visitor: from });
          },
        ],
        [
          "a code for an enrolment",
          async (from) => {
            const { actor } = await logIn(await person(await organisation({ switchedOn: false })), from);
            return () => confirmEnrolment({ ...actor, visitor: from }, "000000");
          },
        ],
        [
          "a mailed link",
          async (from) => {
            const who = await person(await organisation());
            await sendPasswordReset({ userId: who.id });
            return () => resetPassword(tokenFor(who.email), "seven otters cross the river", from);
          },
        ],
        [
          "a knock at NextAuth's callback",
          async (from) => {
            const token = await givePassword(await person(await organisation()), null, from);
            return () => limitRedeeming(token, from);
          },
        ],
      ];

      test.each(doors)("%s, ten times a minute for a network", async (_, begin) => {
        at(start);
        const from = elsewhere();
        const again = await begin(from);
        const closed = ["second-step-per-address-and-hour", "mail-per-address"] as const;
        for (const limit of closed)
          for (let spent = 0; spent < limits[limit].most; spent += 1)
            await spendLimits([{ limit, of: from.address }]);
        const recorded = async () => {
          const refusals = database()
            .selectFrom("audit_events")
            .select("id")
            .where("reason", "=", "too-many");
          return (await refusals.execute()).length;
        };
        const asks = async (times: number) => {
          for (let time = 0; time < times; time += 1)
            expect(await again()).toMatchObject({ code: "too-many" });
        };
        const { most, within } = limits["refusals-recorded-per-address"];
        await asks(most + 5);
        expect(await recorded()).toBe(most);
        pass(within);
        await asks(1);
        expect(await recorded()).toBe(most + 1);
      });
    });

    describe("a limit without waits", () => {
      const plain = Object.entries(limits).filter(([, limit]) => !("firstWait" in limit)) as [
        LimitName,
        { most: number; within: number },
      ][];
      test.each(plain)(
        "%s is closed after exactly its number, until its time is over",
        async (name, { most, within }) => {
          at(start);
          await knocks(most, name);
          const until = new Date(new Date(start).getTime() + within);
          expect(await knock(name)).toEqual(closedUntil(until.toISOString()));
          pass(milliseconds(within - 1));
          expect((await knock(name)).ok).toBe(false);
          pass(milliseconds(1));
          expect((await knock(name)).ok).toBe(true);
        },
      );
    });

    test("a limit holds whatever time it is by the clock of what counts", async () => {
      // Behind it by more than the limit is long.
      at(before(now(), hours(2)));
      await knocks(limits["login-per-address-and-minute"].most, "login-per-address-and-minute");
      expect((await knock("login-per-address-and-minute")).ok).toBe(false);
    });

    test("whoever comes back at the moment that was said finds no other limit closed", async () => {
      // Many, because which of their counters is asked first is by chance.
      for (let account = 0; account < 10; account += 1) {
        at(start);
        const counted = limitsOfCodesTo(crypto.randomUUID());
        for (let code = 0; code < 10; code += 1) await spendLimits(counted);
        pass(hours(1));
        for (let code = 0; code < 10; code += 1) await spendLimits(counted);
        const refused = await spendLimits(counted);
        if (refused.ok) throw new Error("Twenty codes have closed no limit");
        at(refused.until);
        expect(await spendLimits(counted)).toMatchObject({ ok: true });
      }
    });

    describe("wrong passwords", () => {
      test("are free five times, then wait 1, 2, 4 … seconds, and never longer than 60", async () => {
        at(start);
        await knocks(5, "password-per-account");
        for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
          expect((await knock("password-per-account")).ok).toBe(false);
          pass((seconds(wait) - 1) as ReturnType<typeof seconds>);
          expect((await knock("password-per-account")).ok).toBe(false);
          pass(1 as ReturnType<typeof seconds>);
          expect((await knock("password-per-account")).ok).toBe(true);
        }
      });

      test("are forgotten after a day of quiet, and at once when forgiven", async () => {
        at(start);
        await knocks(5, "password-per-account");
        await forgiveLimits([{ limit: "password-per-account", of: somebody }]);
        await knocks(5, "password-per-account");
        pass((hours(24) + seconds(1)) as ReturnType<typeof hours>);
        await knocks(5, "password-per-account");
      });
    });

    test("guesses from elsewhere do not slow a browser that the user has logged in with; its own do", async () => {
      at(start);
      const who = await person(await organisation({ switchedOn: false }));
      const opened = await redeemLogin(await givePassword(who, null, elsewhere()), visitor);
      if (!opened.ok) throw new Error("The login was not redeemed");
      const home = { ...elsewhere(), browserToken: opened.value.browserToken };
      const logIn = (from: Visitor, password = who.password) =>
        startLogin({ ...who, password }, { presentToken: null, returnTo: "/", visitor: from });

      for (let guess = 0; guess < 5; guess += 1) await logIn(elsewhere(), "not the right password");
      expect(await logIn(elsewhere())).toMatchObject({ code: "too-many" });
      expect((await logIn(home)).ok).toBe(true);
      for (let guess = 0; guess < 5; guess += 1) await logIn(home, "not the right password");
      expect(await logIn(home)).toMatchObject({ code: "too-many" });
    });

    describe("right passwords from one address", () => {
      const start = (who: Person, from: Visitor, presentToken: string | null = null) =>
        startLogin(who, { presentToken, returnTo: "/", visitor: from });
      const refused = { ok: false, code: "too-many" };

      test("are taken ten times a minute while none of them leads to a second step", async () => {
        at("2027-05-03T14:32:00.000Z");
        const who = await person(await organisation(), { authenticator: true });
        const office = elsewhere();
        for (let login = 0; login < 10; login += 1) expect((await start(who, office)).ok).toBe(true);
        expect(await start(who, office)).toMatchObject(refused);
        expect((await start(who, elsewhere())).ok).toBe(true);
      });

      test("count as well in a second tab, and before a sensitive act", async () => {
        at("2027-05-03T14:32:00.000Z");
        const who = await person(await organisation(), { authenticator: true });
        const { actor } = await logIn(who, elsewhere());
        const [tabs, acts] = [elsewhere(), elsewhere()];
        let token = await givePassword(who, null, elsewhere());
        const begun = await loginBehind(token);
        for (let login = 0; login < 10; login += 1) {
          token = await givePassword(who, token, tabs);
          expect(await loginBehind(token)).toBe(begun);
          expect((await startStepUp({ ...actor, visitor: acts }, who.password, nothingBegun)).ok).toBe(true);
        }
        expect(await start(who, tabs, token)).toMatchObject(refused);
        expect(await startStepUp({ ...actor, visitor: acts }, who.password, nothingBegun)).toMatchObject(
          refused,
        );
      });

      test.each([
        ["with a second step", true],
        ["by the password alone", false],
      ])(
        "are given back by each login that completes %s: an office logs in at nine",
        async (_, switchedOn) => {
          at("2027-05-03T09:00:00.000Z");
          const of = await organisation({ switchedOn });
          const office = elsewhere();
          for (let login = 0; login < 25; login += 1) {
            const who = await person(of, { authenticator: true });
            const started = await start(who, office);
            if (!started.ok) throw new Error("The password was not taken");
            const { token } = started.value;
            // From another network meanwhile, as phones do: it is given back to where it was counted.
            const answered =
              switchedOn && (await completeLogin(token, "authenticator", appCode(who), elsewhere()));
            if (answered) expect(answered.ok).toBe(true);
            expect((await redeemLogin(token, office)).ok).toBe(true);
          }
        },
      );
    });

    test("first codes are mailed to as many people as one address has, and those asked for again are not", async () => {
      at(start);
      const of = await organisation();
      const office = elsewhere();
      const tokens: string[] = [];
      for (let each = 0; each <= limits["mail-per-address"].most; each += 1) {
        const token = await givePassword(await person(of, { authenticator: true }), null, elsewhere());
        expect(await issueChallenge(token, { resend: false, visitor: office })).toMatchObject({ ok: true });
        tokens.push(token);
      }
      const again = (token: string) => issueChallenge(token, { resend: true, visitor: office });
      for (const token of tokens.slice(1)) expect(await again(token)).toMatchObject({ ok: true });
      expect(await again(tokens[0] ?? "")).toMatchObject({ code: "too-many" });
    });

    describe("mailed links that are followed from one address", () => {
      const chosen = "seven otters cross the river";
      const activation = async (of: { id: string }, wishes = {}) => {
        const who = await person(of, { confirmed: false, ...wishes });
        await sendActivation({ userId: who.id });
        return tokenFor(who.email);
      };
      const passwordReset = async (of: { id: string }) => {
        const who = await person(of);
        await sendPasswordReset({ userId: who.id });
        return tokenFor(who.email);
      };

      test("are given back by each that opens: an office of fifty follows theirs in one minute", async () => {
        at(start);
        const of = await organisation();
        const office = elsewhere();
        for (let link = 0; link < 25; link += 1) {
          expect(await confirmEmail(await activation(of), null, office)).toMatchObject({ ok: true });
          expect(await resetPassword(await passwordReset(of), chosen, office)).toMatchObject({ ok: true });
        }
      });

      test("are given back as well where they are open and the password is refused", async () => {
        at(start);
        const of = await organisation();
        const office = elsewhere();
        const links = [await activation(of, { withoutPassword: true }), await passwordReset(of)] as const;
        for (let attempt = 0; attempt < 10; attempt += 1) {
          expect(await confirmEmail(links[0], null, office)).toMatchObject({ code: "password-missing" });
          expect(await confirmEmail(links[0], "short", office)).toMatchObject({ code: "password-too-short" });
          expect(await resetPassword(links[1], "short", office)).toMatchObject({
            code: "password-too-short",
          });
        }
        expect(await confirmEmail(links[0], chosen, office)).toMatchObject({ ok: true });
        expect(await resetPassword(links[1], chosen, office)).toMatchObject({ ok: true });
      });

      test("stay counted when they are none, whatever opens between them", async () => {
        at(start);
        const of = await organisation();
        const guesser = elsewhere();
        for (let guess = 0; guess < 5; guess += 1) {
          expect(await confirmEmail("guessed", null, guesser)).toMatchObject({ code: "unknown" });
          expect(await confirmEmail(await activation(of), null, guesser)).toMatchObject({ ok: true });
          expect(await resetPassword("guessed", chosen, guesser)).toMatchObject({ code: "unknown" });
          expect(await resetPassword(await passwordReset(of), "short", guesser)).toMatchObject({ ok: false });
        }
        expect(await confirmEmail(await activation(of), null, guesser)).toMatchObject({ code: "too-many" });
      });
    });

    describe("attempts that were right, and overtaken before they led anywhere,", () => {
      const most = limits["login-per-address-and-minute"].most;

      test("stay counted where the password was changed meanwhile", async () => {
        at(start);
        const of = await organisation({ switchedOn: false });
        const office = elsewhere();
        for (let attempt = 0; attempt < most; attempt += 1) {
          const who = await person(of);
          const checked = await checkPassword(who.email, who.password, office);
          if (!checked.ok) throw new Error("The password was not taken");
          await database().updateTable("users").set({ password_hash: "another" }).execute();
          const beginning = { purpose: "login", sessionId: null, ...nothingBegun, visitor: office } as const;
          expect(await beginSecondStep(checked.value, beginning)).toBeUndefined();
        }
        const next = await person(of);
        expect(await checkPassword(next.email, next.password, office)).toMatchObject({ code: "too-many" });
      });

      test("stay counted where the code was used elsewhere meanwhile", async () => {
        at(start);
        const of = await organisation();
        const office = elsewhere();
        const answer = async () => {
          const who = await person(of, { authenticator: true });
          const token = await givePassword(who, null, elsewhere());
          return answerChallenge(token, "authenticator", appCode(who), office, async (on, by, spend) => {
            await database().updateTable("authenticators").set({ last_step: 2_000_000_000 }).execute();
            const redeeming = redeemingOf(token, tokensFor(token, office), office, now());
            return verifyAndRedeem(on, by, spend, redeeming);
          });
        };
        for (let attempt = 0; attempt < most; attempt += 1)
          expect(await answer()).toMatchObject({ code: "used-already" });
        expect(await answer()).toMatchObject({ code: "too-many" });
      });
    });

    test("a code that is asked for again at a closed door, and overtaken there, is recorded as often as any", async () => {
      at(start);
      const from = elsewhere();
      for (let spent = 0; spent < limits["mail-per-address"].most; spent += 1)
        await spendLimits([{ limit: "mail-per-address", of: from.address }]);
      const token = await givePassword(await person(await organisation()), null, elsewhere());
      const { most } = limits["refusals-recorded-per-address"];
      for (let press = 0; press < most; press += 1)
        expect(await overtaken(() => issueChallenge(token, { resend: true, visitor: from }))).toMatchObject({
          code: "too-many",
        });
      const refusals = database().selectFrom("audit_events").select("id").where("reason", "=", "too-many");
      expect(await refusals.execute()).toHaveLength(most);
    });

    test("ten failed second steps close the account for 15 minutes, and the next one for twice as long", async () => {
      at(start);
      await knocks(10, "second-step-per-account-and-hour");
      expect(await knock("second-step-per-account-and-hour")).toEqual(
        closedUntil("2027-05-03T14:47:00.000Z"),
      );
      pass(minutes(15));
      expect((await knock("second-step-per-account-and-hour")).ok).toBe(true);
      expect(await knock("second-step-per-account-and-hour")).toEqual(
        closedUntil("2027-05-03T15:17:00.000Z"),
      );
    });

    test("while failed second steps close the account, no code is mailed for it, taken from its login, or counted", async () => {
      at(start);
      const who = await person(await organisation());
      for (let failure = 0; failure < 10; failure += 1)
        await knock("second-step-per-account-and-hour", who.id);
      const closed = closedUntil("2027-05-03T14:47:00.000Z");
      const browser = { ...nothingBegun, visitor: elsewhere() };
      const started = await startLogin(who, browser);
      if (!started.ok) throw new Error("The password was not taken");
      const { token, firstCode } = started.value;
      expect(firstCode).toEqual(closed);
      for (const resend of [false, true])
        expect(await issueChallenge(token, { resend, ...browser })).toEqual(closed);
      expect(letters(who.email)).toEqual([]);
      expect(await describePendingLogin(token)).toMatchObject({ sendsLeft: 5, code: null });
      const undelivered = database().selectFrom("audit_events").select(["target_id", "reason"]);
      expect(await undelivered.where("event", "=", "code.undelivered").execute()).toEqual(
        Array(3).fill({ target_id: who.id, reason: "too-many" }),
      );
      for (let sending = 0; sending < 10; sending += 1)
        expect((await knock("mail-per-account-and-hour", who.id)).ok).toBe(true);
      pass(minutes(60));
      expect((await startLogin(who, { ...browser, visitor: elsewhere() })).ok).toBe(true);
      expect(letters(who.email)).toHaveLength(1);
    });

    test("while failed second steps close the account, a right code opens nothing and is not used up", async () => {
      at(start);
      const who = await person(await organisation(), { authenticator: true });
      const token = await givePassword(who, null, elsewhere());
      for (let failure = 0; failure < 10; failure += 1)
        await knock("second-step-per-account-and-hour", who.id);
      const answer = (to: string) => completeLogin(to, "authenticator", appCode(who), elsewhere());
      expect(await answer(token)).toEqual(closedUntil("2027-05-03T14:47:00.000Z"));
      expect((await redeemLogin(token, elsewhere())).ok).toBe(false);
      pass(minutes(15));
      expect((await answer(await givePassword(who, null, elsewhere()))).ok).toBe(true);
    });

    test("right passwords of one account are never slowed, also where a code goes out with each", async () => {
      at(start);
      const who = await person(await organisation());
      for (let login = 0; login < 10; login += 1) await givePassword(who, null, elsewhere());
    });

    test("waits double up to a day", async () => {
      at(start);
      await knocks(10, "second-step-per-account-and-hour");
      let longest = 0;
      for (let strike = 0; strike < 10; strike += 1) {
        const refused = await knock("second-step-per-account-and-hour");
        if (refused.ok) throw new Error("The door is open");
        longest = Math.max(longest, refused.until.getTime() - Date.now());
        at(refused.until);
        expect((await knock("second-step-per-account-and-hour")).ok).toBe(true);
      }
      expect(longest).toBe(hours(24));
    });

    test("what one is closed for does not count for another", async () => {
      at(start);
      await knocks(10, "login-per-address-and-minute");
      expect((await knock("login-per-address-and-minute", crypto.randomUUID())).ok).toBe(true);
    });

    test("when one of several limits is closed, none of them counts", async () => {
      at(start);
      await knocks(10, "login-per-address-and-minute");
      const both = [
        { limit: "login-per-address-and-hour", of: somebody },
        { limit: "login-per-address-and-minute", of: somebody },
      ] as const;
      for (let index = 0; index < 100; index += 1) expect((await spendLimits([...both])).ok).toBe(false);
      expect((await knock("login-per-address-and-hour")).ok).toBe(true);
    });

    test("forty at once get exactly as many through as the limit says", async () => {
      at(start);
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, () => knock("login-per-address-and-minute")),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
    });
  });
});

test("links that anybody can ask for do not keep an owner's codes away", async () => {
  const who = await person(await organisation(), { authenticator: true });
  const token = await givePassword(who);
  for (let asked = 0; asked < limits["mail-per-account-and-day"].most; asked += 1)
    await requestPasswordReset(who.email, elsewhere());
  expect(await requestPasswordReset(who.email, elsewhere())).toMatchObject({ code: "too-many" });
  expect(await issueChallenge(token, { resend: true, visitor: elsewhere() })).toMatchObject({ ok: true });
});

test("whoever asks for links all day shuts the door for no longer than the last of them works", async () => {
  at(start);
  let lastMailed = now();
  let refused = 0;
  for (let minute = 0; minute < 26 * 60; minute += 3) {
    if ((await requestPasswordReset("jane@example.com", elsewhere())).ok) lastMailed = now();
    else refused += 1;
    expect(now().getTime() - lastMailed.getTime()).toBeLessThan(tokenLife["password-reset"]);
    pass(minutes(3));
  }
  expect(refused).toBeGreaterThan(24 * 15);
});

test("asking for one kind of link does not keep the other kind away", async () => {
  const who = await person(await organisation());
  for (let asked = 0; asked < limits["links-per-account-and-hour"].most; asked += 1)
    await requestActivationAgain(who.email, elsewhere());
  expect(await requestActivationAgain(who.email, elsewhere())).toMatchObject({ code: "too-many" });
  expect(await requestPasswordReset(who.email, elsewhere())).toMatchObject({ ok: true });
});

test("counters in the database survive its crash, and are on its standbys: none of its tables is lost with either", async () => {
  const { rows } = await sql`
    select relname from pg_class where relkind = 'r' and relpersistence <> 'p' and relnamespace = 'public'::regnamespace
  `.execute(database());
  expect(rows).toEqual([]);
});

test("an IPv6 customer is one source, however many addresses they have", () => {
  expect(sourceOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(sourceOf("2001:db8:1:2::1")).toBe("2001:db8:1:2::/64");
  expect(sourceOf("2001:0DB8:0001:0002::ffff")).toBe("2001:db8:1:2::/64");
  expect(sourceOf("::1")).toBe("0:0:0:0::/64");
  expect(sourceOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(sourceOf("192.0.2.7")).toBe("192.0.2.7");
  expect(sourceOf(null)).toBe("unknown");
});

test.each([
  ["203.0.113.7:51234", "203.0.113.7"],
  ["[2001:db8::1]:443", "2001:db8:0:0::/64"],
  ["[2001:db8::1]", "2001:db8:0:0::/64"],
  ["[::ffff:203.0.113.7]:443", "203.0.113.7"],
])("a proxy that writes %s names one source, whatever the port", (written, source) => {
  expect(sourceOf(written)).toBe(source);
});
