/** Whatever fails, and after whichever statement, nobody gets in by it, and whoever was on the way can go on. */
import { describe, expect, test } from "vitest";
import { database } from "@/lib/database/connection";
import { completeLogin } from "@/lib/login/complete-login";
import { redeemLogin } from "@/lib/login/redeem-login";
import { startLogin } from "@/lib/login/start-login";
import { describePendingLogin } from "@/lib/two-factor/describe-pending-login";
import { goneAfter } from "../support/faults";
import { letters } from "../support/mailbox";
import { deliverPost } from "../support/post";
import { appCode, givePassword, organisation, person, verifiedLogin, visitorFrom } from "../support/world";

/** More statements than any step of a login asks for. */
const enough = 40;

/** Runs `step` once for each statement after which the database can be gone, and once with all it asks for. */
async function afterEach<Value>(
  step: (statements: number) => Promise<{ value: Value; gone: false } | { gone: true }>,
): Promise<number> {
  for (let statements = 0; statements < enough; statements += 1) {
    if (!(await step(statements)).gone) return statements;
  }
  throw new Error("The step asks for more statements than can be");
}

const sessionsOf = (userId: string) =>
  database().selectFrom("sessions").selectAll().where("user_id", "=", userId).execute();

describe("a database that is gone", () => {
  test("in the midst of the password opens no login", async () => {
    const of = await organisation({ switchedOn: false });
    const statements = await afterEach(async (count) => {
      const who = await person(of);
      const browser = { presentToken: null, returnTo: "/", visitor: visitorFrom(count) };
      const outcome = await goneAfter(count, () => startLogin(who, browser));
      const opened = await database()
        .selectFrom("pending_logins")
        .where("user_id", "=", who.id)
        .selectAll()
        .execute();
      expect(opened).toHaveLength(outcome.gone ? 0 : 1);
      return outcome;
    });
    expect(statements).toBeGreaterThan(1);
  });

  test("before a wrong code is judged lets nobody in, and gives no try back", async () => {
    const of = await organisation();
    await afterEach(async (count) => {
      const who = await person(of, { authenticator: true });
      const token = await givePassword(who);
      const outcome = await goneAfter(count, () =>
        completeLogin(token, "authenticator", appCode(who, 9), visitorFrom(count)),
      );
      const described = await describePendingLogin(token);
      expect(described?.state).toBe("open");
      // The first statement counts for the source and takes the try; nothing after it gives it back.
      expect(described?.triesLeft).toBe(count < 1 ? 5 : 4);
      expect(await redeemLogin(token, visitorFrom(count))).toMatchObject({ ok: false });
      return outcome;
    });
  });

  test("in the midst of a right code leaves a login that is open or redeemed, and the way on", async () => {
    const of = await organisation();
    const states = new Set<string | undefined>();
    await afterEach(async (count) => {
      const who = await person(of, { authenticator: true });
      const token = await givePassword(who);
      const outcome = await goneAfter(count, () =>
        completeLogin(token, "authenticator", appCode(who), visitorFrom(count)),
      );
      const described = await describePendingLogin(token);
      states.add(described?.state);
      if (described?.state === "open") {
        expect((await redeemLogin(token, visitorFrom(count))).ok).toBe(false);
        // Its step was not used up by what was undone.
        expect((await completeLogin(token, "authenticator", appCode(who, 1), visitorFrom(count))).ok).toBe(
          true,
        );
      }
      expect((await redeemLogin(token, visitorFrom(count))).ok).toBe(true);
      return outcome;
    });
    expect(states).toEqual(new Set(["open", "redeemed"]));
  });

  test("in the midst of the last step opens no session, and the next press does, with its letter", async () => {
    const of = await organisation();
    await afterEach(async (count) => {
      const who = await person(of, { authenticator: true });
      const token = await verifiedLogin(who, visitorFrom(count));
      const outcome = await goneAfter(count, () => redeemLogin(token, visitorFrom(count)));
      expect(await sessionsOf(who.id)).toHaveLength(outcome.gone ? 0 : 1);
      expect((await redeemLogin(token, visitorFrom(count))).ok).toBe(true);
      expect(await sessionsOf(who.id)).toHaveLength(1);
      await deliverPost();
      expect(letters(who.email)).toHaveLength(1);
      return outcome;
    });
  });
});
